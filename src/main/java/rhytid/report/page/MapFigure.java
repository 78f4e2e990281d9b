package rhytid.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhytid.comparison.ExpressionComparison;
import rhytid.comparison.RegionChange;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.report.drawing.ChangeMap;
import rhytid.report.drawing.Frame;
import rhytid.report.drawing.Tendency;
import rhytid.wrinkle.Region;

/** The change map: regions with what became of them, and the lines in it. */
public record MapFigure(Shot ground, List<Area> areas, List<Mark> marks) {

    /** A region; {@code label} is empty where nothing is sure. */
    public record Area(String key, String path, Tendency tendency, String label, String x, String y) {

        /** Points where the number goes, for those who can't tell the colours. */
        public String arrow() {
            return tendency == Tendency.FADED
                    ? "M-20-4.5v9m-3.500-3.500 3.500 3.500 3.500-3.500"
                    : "M-20 4.500v-9m-3.500 3.500 3.500-3.500 3.500 3.500";
        }
    }

    public record Mark(String path, Tendency fate) {}

    static MapFigure of(ExpressionComparison pair, Frame frame, Shot ground, Words words) {
        ChangeMap map = ChangeMap.of(pair, frame);
        return new MapFigure(
                ground,
                areas(map, pair.wrinkles(), frame, words),
                map.stretches().stream()
                        .map(s -> new Mark(SvgPath.of(s.path()), s.fate()))
                        .toList());
    }

    /** The regions' outlines in a frame. */
    static List<Area> areas(ChangeMap map, Map<Region, RegionChange> changes, Frame frame, Words words) {
        List<Area> areas = new ArrayList<>();
        for (Map.Entry<Region, Polygon> outline : map.outlines().entrySet()) {
            Tendency tendency = map.tendencies().getOrDefault(outline.getKey(), Tendency.UNKNOWN);
            RegionChange change = changes.get(outline.getKey());
            boolean sure = tendency == Tendency.FADED || tendency == Tendency.DEEPENED;
            String label = sure && change != null
                    ? new Figures(words).size(RegionRow.possible(change.changePercent()), "%")
                    : "";
            Box box = outline.getValue().bounds();
            Point top = new Point(box.centre().x(), box.y());
            areas.add(new Area(
                    outline.getKey().key(),
                    SvgPath.of(outline.getValue()),
                    tendency,
                    label,
                    SvgPath.across(top, frame),
                    SvgPath.down(top, frame)));
        }
        return areas;
    }
}
