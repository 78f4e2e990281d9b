package rhytid.report.page;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.comparison.Objection;
import rhytid.face.Expression;
import rhytid.report.drawing.Frame;

/** Turns a comparison and its pictures into what the page shows. */
public final class PageBuilder {

    private static final List<String> VISITS = List.of("baseline/", "follow-up/");

    private final Comparison comparison;
    private final Words words;
    private final Map<Expression, PanelPictures> pictures;
    private final Map<String, byte[]> thumbnails;

    /**
     * @param pictures for each expression of a comparable pair
     * @param thumbnails small JPEGs by {@code baseline/rest}, {@code follow-up/rest}, as far as there are any
     */
    public PageBuilder(
            Comparison comparison,
            Words words,
            Map<Expression, PanelPictures> pictures,
            Map<String, byte[]> thumbnails) {
        this.comparison = comparison;
        this.words = words;
        this.pictures = pictures;
        this.thumbnails = thumbnails;
    }

    public ReportPage build(String style, String script) {
        boolean refused = !comparison.comparable();
        return new ReportPage(
                words,
                refused,
                refused
                        ? new Headline(words.say("refused.title"), "", words.say("refused.lead"), List.of())
                        : Headline.of(
                                comparison.expressions().values().stream()
                                        .map(ExpressionComparison::changes)
                                        .toList(),
                                words),
                days(),
                refused ? List.of() : panels(),
                refused ? List.of() : MovementRow.of(comparison.movement(), words),
                refused ? List.of() : Note.findings(comparison.findings(), words),
                Note.objections(pairWarnings(), "note", words),
                Note.objections(comparison.refusals(), "stop", words),
                refused ? refusedPhotos() : photos(),
                comparison.algorithm(),
                comparison.models().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(m -> new ReportPage.Model(m.getKey(), m.getValue()))
                        .toList(),
                style,
                script);
    }

    /** Warnings that no card of a photo shows: those of a pair, and of photos that were left out. */
    private List<Objection> pairWarnings() {
        List<String> shown = new ArrayList<>();
        for (ExpressionComparison pair : comparison.comparable() ? pairs() : List.<ExpressionComparison>of()) {
            VISITS.forEach(visit -> shown.add(visit + pair.expression().key()));
        }
        return comparison.warnings().stream()
                .filter(w -> w.photo() == null || !shown.contains(w.photo()))
                .toList();
    }

    private List<ExpressionComparison> pairs() {
        return comparison.expressions().values().stream()
                .sorted(java.util.Comparator.comparing(ExpressionComparison::expression))
                .toList();
    }

    /** The days between the photos, where both files say when they were taken. */
    private String days() {
        for (ExpressionComparison pair : pairs()) {
            LocalDateTime before = pair.baseline().photo().info().capturedAt();
            LocalDateTime after = pair.followUp().photo().info().capturedAt();
            if (before != null && after != null) {
                Figures figures = new Figures(words);
                long days = ChronoUnit.DAYS.between(before.toLocalDate(), after.toLocalDate());
                return words.say("page.days", figures.date(before), figures.date(after), days);
            }
        }
        return "";
    }

    private List<Panel> panels() {
        return pairs().stream().map(this::panel).toList();
    }

    private Panel panel(ExpressionComparison pair) {
        PanelPictures cuts = Objects.requireNonNull(pictures.get(pair.expression()), "pictures of a panel");
        String name = words.say("expression." + pair.expression().key());
        Frame face = cuts.face();
        Frame small = cuts.small();
        Frame brows = cuts.brows();
        Shot smallBefore = Shot.plain(cuts.smallBefore(), small, words.say("alt.symmetry.before", name));
        Shot smallAfter = Shot.plain(cuts.smallAfter(), small, words.say("alt.symmetry.after", name));
        Shot browsBefore = Shot.plain(cuts.browsBefore(), brows, words.say("alt.brows.before", name));
        Shot browsAfter = Shot.plain(cuts.browsAfter(), brows, words.say("alt.brows.after", name));
        return new Panel(
                pair.expression().key(),
                name,
                Shot.lined(
                        cuts.before(),
                        face,
                        words.say("alt.before", name),
                        pair.baseline().lines(),
                        face.baseline()),
                Shot.lined(
                        cuts.after(),
                        face,
                        words.say("alt.after", name),
                        pair.followUp().lines(),
                        face.followUp()),
                ZoomSpot.of(pair.baseline().lines(), face, words),
                MapFigure.of(pair, small, Shot.plain(cuts.ground(), small, words.say("alt.map", name)), words),
                RegionRow.of(pair.wrinkles(), words),
                BrowFigure.before(pair, brows, browsBefore, words),
                BrowFigure.after(pair, brows, browsAfter, words),
                MeasureRow.group("brows", pair.measures(), words),
                MeasureRow.group("eyelids", pair.measures(), words),
                mouth(pair),
                SymmetryFigure.of(pair.baseline(), small.baseline(), small, smallBefore, pair.measures(), false, words),
                SymmetryFigure.of(pair.followUp(), small.followUp(), small, smallAfter, pair.measures(), true, words),
                MeasureRow.group("symmetry", pair.measures(), words),
                MeasureRow.skin(pair.skin(), words),
                words.say(
                        "method.alignment",
                        new Figures(words).value(pair.alignment().residualMmMedian(), "mm"),
                        new Figures(words).value(pair.alignment().residualMmP95(), "mm")));
    }

    private List<MeasureRow> mouth(ExpressionComparison pair) {
        List<MeasureRow> rows = new ArrayList<>(MeasureRow.group("mouth", pair.measures(), words));
        rows.addAll(MeasureRow.group("lowerFace", pair.measures(), words));
        return rows;
    }

    private List<PhotoCard> photos() {
        List<PhotoCard> cards = new ArrayList<>();
        for (ExpressionComparison pair : pairs()) {
            String key = pair.expression().key();
            cards.add(PhotoCard.of(
                    Note.photo("baseline/" + key, words), pair.baseline(), problems("baseline/" + key), words));
            cards.add(PhotoCard.of(
                    Note.photo("follow-up/" + key, words), pair.followUp(), problems("follow-up/" + key), words));
        }
        return cards;
    }

    /**
     * Both photos of every expression that there is a picture of or something to say about, in the order of a visit.
     */
    private List<PhotoCard> refusedPhotos() {
        List<PhotoCard> cards = new ArrayList<>();
        for (Expression expression : Expression.values()) {
            for (String visit : VISITS) {
                String name = visit + expression.key();
                byte[] thumbnail = thumbnails.get(name);
                List<String> problems = problems(name);
                if (thumbnail != null || !problems.isEmpty()) {
                    String source = thumbnail == null ? "" : Shot.address(thumbnail);
                    cards.add(new PhotoCard(Note.photo(name, words), "", source, List.of(), problems));
                }
            }
        }
        return cards;
    }

    private List<String> problems(String photo) {
        return Stream.concat(comparison.refusals().stream(), comparison.warnings().stream())
                .filter(o -> photo.equals(o.photo()))
                .map(words.spoken()::objection)
                .toList();
    }
}
