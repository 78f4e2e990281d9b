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
     * @param photos what the page of a refused pair shows, by {@code baseline/rest} and {@code follow-up/rest}: a
     *     refused comparison does not hold them itself. They stay the caller's; a comparable pair needs none
     * @param folder is made where it is missing
     * @return the text of {@code comparison.json}
     */
    public String write(Comparison comparison, Map<String, Photo> photos, Path folder) throws IOException {
        Files.createDirectories(folder);
        String json = ComparisonJson.write(comparison);
        Files.writeString(folder.resolve("comparison.json"), json);
        Files.writeString(folder.resolve("report.html"), html(comparison, photos), StandardCharsets.UTF_8);
        if (comparison.comparable()) {
            for (ExpressionComparison pair : comparison.expressions().values()) {
                for (Map.Entry<String, byte[]> picture : Overlays.of(pair).entrySet()) {
                    Files.write(folder.resolve(picture.getKey()), picture.getValue());
                }
            }
        }
        return json;
    }

    /** The page alone. */
    public String html(Comparison comparison, Map<String, Photo> photos) {
        Map<Expression, PanelPictures> pictures = new EnumMap<>(Expression.class);
        Map<String, byte[]> shown = new LinkedHashMap<>();
        if (!comparison.comparable()) {
            photos.forEach((name, photo) -> shown.put(name, PagePictures.thumbnail(photo)));
        }
        for (ExpressionComparison pair : comparison.expressions().values()) {
            if (comparison.comparable()) {
                pictures.put(pair.expression(), PagePictures.of(pair));
            } else {
                String key = pair.expression().key();
                shown.put(
                        "baseline/" + key,
                        PagePictures.thumbnail(pair.baseline().photo()));
                shown.put(
                        "follow-up/" + key,
                        PagePictures.thumbnail(pair.followUp().photo()));
            }
        }
        return renderer.html(new PageBuilder(comparison, words, pictures, shown));
    }
}
