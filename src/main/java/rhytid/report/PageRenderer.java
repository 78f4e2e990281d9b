package rhytid.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import rhytid.report.page.PageBuilder;

/** Puts the page's values, style and script into one HTML text. The templates are compiled with the program. */
final class PageRenderer {

    private static final String FOLDER = "/rhytid/report/";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), "rhytid.pages");

    String html(PageBuilder page) {
        StringOutput html = new StringOutput();
        engine.render("report.jte", page.build(resource("report.css"), resource("report.js")), html);
        return html.toString();
    }

    private static String resource(String name) {
        try (InputStream file = PageRenderer.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
