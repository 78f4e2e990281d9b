// Draws the course of one quantity; the table below it says the same.
import uPlot from '../vendor/uplot.js';

const DAY = 24 * 3600;
const form = document.querySelector('[data-choose]');
form?.addEventListener('change', () => form.requestSubmit());
form?.classList.add('live');

const place = document.querySelector('[data-course]');
if (place) {
  const course = JSON.parse(place.dataset.course);
  let plot = null;
  const draw = () => {
    plot?.destroy();
    plot = chart(place, course);
  };
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new ResizeObserver(() => plot.setSize(size(place))).observe(place);
}

function size(element) {
  return { width: element.clientWidth, height: Math.max(260, Math.min(420, element.clientWidth * .45)) };
}

function chart(element, course) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue('--' + name).trim();
  const points = [...course.points].sort((a, b) => a.at - b.at);
  const xs = [course.baseline, ...points.map(p => p.at)];
  const ys = [0, ...points.map(p => p.change)];
  const lows = [0, ...points.map(p => p.low)];
  const highs = [0, ...points.map(p => p.high)];
  const sure = [null, ...points.map(p => p.sure)];
  const today = Math.floor(Date.now() / 1000 / DAY) * DAY;
  const last = Math.max(xs.at(-1), ...course.courses.map(c => Math.min(c.over, Math.max(today, c.full) + 14 * DAY)));
  const lang = element.dataset.locale;
  const date = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const font = '13px ' + getComputedStyle(document.body).fontFamily;
  const least = course.unit === '%' ? 20 : 1;
  const range = [Math.min(-least, ...lows) * 1.12, Math.max(least, ...highs) * 1.12];
  const axis = { stroke: colour('soft'), font, grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 } };

  const under = u => {
    const { ctx } = u;
    const { top, height, left, width } = u.bbox;
    const x = at => u.valToPos(at, 'x', true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    for (const one of course.courses) {
      ctx.fillStyle = colour('good-wash');
      ctx.fillRect(x(one.full), top, x(one.fades) - x(one.full), height);
      ctx.fillStyle = colour('warn-wash');
      ctx.fillRect(x(one.fades), top, x(one.over) - x(one.fades), height);
    }
    ctx.restore();
  };
  const over = u => {
    const { ctx } = u;
    const { top, height, left, width } = u.bbox;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.lineWidth = 1.5 * ratio;
    ctx.strokeStyle = colour('edge');
    line(ctx, left, u.valToPos(0, 'y', true), left + width, u.valToPos(0, 'y', true));
    for (const one of course.courses) {
      const x = u.valToPos(one.treated, 'x', true);
      ctx.strokeStyle = colour('moved');
      ctx.lineWidth = 2 * ratio;
      ctx.setLineDash([6 * ratio, 4 * ratio]);
      line(ctx, x, top, x, top + height);
      ctx.setLineDash([]);
      ctx.fillStyle = colour('moved');
      ctx.beginPath();
      ctx.moveTo(x - 6 * ratio, top);
      ctx.lineTo(x + 6 * ratio, top);
      ctx.lineTo(x, top + 9 * ratio);
      ctx.fill();
    }
    xs.forEach((at, i) => {
      const x = u.valToPos(at, 'x', true);
      const y = u.valToPos(ys[i], 'y', true);
      ctx.strokeStyle = colour('accent');
      ctx.lineWidth = 2 * ratio;
      if (i > 0) {
        line(ctx, x, u.valToPos(lows[i], 'y', true), x, u.valToPos(highs[i], 'y', true));
      }
      ctx.beginPath();
      ctx.arc(x, y, 5.5 * ratio, 0, 7);
      ctx.fillStyle = sure[i] ? colour('accent') : colour('surface');
      ctx.fill();
      ctx.stroke();
    });
    ctx.restore();
  };
  return new uPlot({
    ...size(element),
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true, range: () => [course.baseline - 3 * DAY, last + 3 * DAY] }, y: { range: () => range } },
    axes: [
      { ...axis, space: 70, values: (u, at) => at.map(one => date.format(one * 1000)) },
      { ...axis, size: 64, values: (u, at) => at.map(one => number.format(one).replace('-', '−') + ' ' + course.unit) },
    ],
    series: [
      {},
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: colour('accent'), width: 2, points: { show: false } },
    ],
    bands: [{ series: [2, 1], fill: translucent(colour('accent'), .18) }],
    hooks: { drawClear: [under], draw: [over] },
  }, [xs, lows, highs, ys], element);
}

function line(ctx, x1, y1, x2, y2) {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

function translucent(hex, share) {
  const parts = hex.match(/[0-9a-f]{2}/gi).map(part => parseInt(part, 16));
  return `rgb(${parts.join(' ')} / ${share})`;
}
