package rhytid.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Expression;
import rhytid.photo.Photo;
import rhytid.report.page.PageBuilder;
import rhytid.report.page.PanelPictures;
import rhytid.report.page.Words;

/** Writes what is said of a comparison: {@code comparison.json}, {@code report.html} and the overlays. */
public final class ReportWriter {

    private final PageRenderer renderer = new PageRenderer();
    private final Words words;

    /** In English. */
    public ReportWriter() {
        this(Locale.UK);
    }

    /** @param language of the page, as far as it is translated */
    public ReportWriter(Locale language) {
        this.words = Words.in(language);
    }

    /** As {@link #write(Comparison, Map, Path)}, with no pictures but the comparison's own. */
    public void write(Comparison comparison, Path folder) throws IOException {
        write(comparison, Map.of(), folder);
    }

    /**
     * Writes a comparison's files; files of the same names are replaced.
     *
     * @param thumbnails what the page of a refused pair shows, JPEGs by {@code baseline/rest} and
     *     {@code follow-up/rest}: a refused photo is closed when its comparison is there, so {@link #thumbnail} makes
     *     them before
     * @param folder is made where it is missing
     */
    public void write(Comparison comparison, Map<String, byte[]> thumbnails, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("comparison.json"), ComparisonJson.write(comparison));
        Files.writeString(folder.resolve("report.html"), html(comparison, thumbnails), StandardCharsets.UTF_8);
        if (comparison.comparable()) {
            for (ExpressionComparison pair : comparison.expressions().values()) {
                for (Map.Entry<String, byte[]> picture : Overlays.of(pair).entrySet()) {
                    Files.write(folder.resolve(picture.getKey()), picture.getValue());
                }
            }
        }
    }

    /** A small picture of a whole photo, for {@link #write(Comparison, Map, Path)}. */
    public static byte[] thumbnail(Photo photo) {
        return PagePictures.thumbnail(photo);
    }

    /** The page alone. */
    public String html(Comparison comparison, Map<String, byte[]> thumbnails) {
        Map<Expression, PanelPictures> pictures = new EnumMap<>(Expression.class);
        Map<String, byte[]> shown = new LinkedHashMap<>(thumbnails);
        for (ExpressionComparison pair : comparison.expressions().values()) {
            if (comparison.comparable()) {
                pictures.put(pair.expression(), PagePictures.of(pair));
            } else {
                String key = pair.expression().key();
                shown.put("baseline/" + key, thumbnail(pair.baseline().photo()));
                shown.put("follow-up/" + key, thumbnail(pair.followUp().photo()));
            }
        }
        return renderer.html(new PageBuilder(comparison, words, pictures, shown));
    }
}
