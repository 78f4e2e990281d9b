package rhytid.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import tools.jackson.databind.JsonNode;

/** A comparison on paper: the verdict, what changed by how much and how sure, the pictures, the injector's word. */
final class PdfReport {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " / " counter(pages); } }
            body { font-family: sans-serif; font-size: 9.5pt; color: #1d2329; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; page-break-after: avoid; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; padding: 2pt 4pt; border-bottom: 0.5pt solid #c8d0d8; }
            td.n { text-align: right; } .quiet { color: #5a6672; } img { width: 82mm; margin: 2mm; }
            """;

    private final Clinic clinic;

    PdfReport(Clinic clinic) {
        this.clinic = clinic;
    }

    /** @param staff false leaves out the review */
    byte[] of(Comparison comparison, boolean staff) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html(comparison, staff), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String html(Comparison comparison, boolean staff) {
        JsonNode result = comparison.result();
        StringBuilder html = new StringBuilder("<html><head><title>Rhytid</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>What changed between two visits</h1>");
        html.append("<p>Baseline ").append(day(comparison.baselineVisit()));
        html.append(", follow-up ").append(day(comparison.followUpVisit())).append(".</p>");
        if (result != null) {
            objections(html, "These photos cannot be compared", result.path("refusals"));
            objections(html, "Take note", result.path("warnings"));
            objections(html, "To consider", result.path("findings"));
            for (Map.Entry<String, JsonNode> expression :
                    result.path("expressions").properties()) {
                expression(html, expression.getKey(), expression.getValue());
            }
        }
        pictures(html, comparison);
        if (staff && comparison.review() != null) {
            review(html, comparison.review());
        }
        html.append("<p class=\"quiet\">A change counts when its 95 % interval leaves zero out and it is larger than")
                .append(" what taking the photo again would have changed. Rhytid measures; the injector decides. It")
                .append(" is no diagnosis.</p></body></html>");
        return html.toString();
    }

    private String day(String visitId) {
        return clinic.visits().get(visitId).date().toString();
    }

    private static void objections(StringBuilder html, String title, JsonNode list) {
        if (!list.isEmpty()) {
            html.append("<h2>").append(title).append("</h2><ul>");
            for (JsonNode item : list) {
                html.append("<li>")
                        .append(escaped(item.path("message").asString("")))
                        .append("</li>");
            }
            html.append("</ul>");
        }
    }

    private static void expression(StringBuilder html, String name, JsonNode measures) {
        html.append("<h2>")
                .append(escaped(name))
                .append("</h2><table><thead><tr><th>Measure</th><th>before</th>")
                .append("<th>after</th><th>change</th><th>95 % interval</th><th></th></tr></thead><tbody>");
        rows(html, "", measures);
        html.append("</tbody></table>");
    }

    /** Every CHANGE below the node, named by its path; of lines only the index. */
    private static void rows(StringBuilder html, String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            String name = path.isEmpty() ? entry.getKey() : path + " " + entry.getKey();
            boolean detailOfLines =
                    path.startsWith("wrinkles") && !entry.getKey().equals("lineIndex") && !path.equals("wrinkles");
            if (value.has("change") && value.has("unit")) {
                if (!detailOfLines) {
                    row(html, name, value);
                }
            } else if (value.isObject()) {
                rows(html, name, value);
            }
        }
    }

    private static void row(StringBuilder html, String name, JsonNode change) {
        JsonNode interval = change.path("ci95");
        html.append("<tr><td>").append(escaped(name)).append("</td>");
        for (String column : new String[] {"before", "after", "change"}) {
            html.append("<td class=\"n\">")
                    .append(number(change.path(column), column.equals("change")))
                    .append("</td>");
        }
        html.append("<td class=\"n\">")
                .append(number(interval.path(0), true))
                .append(" to ")
                .append(number(interval.path(1), true))
                .append(' ')
                .append(escaped(change.path("unit").asString("")))
                .append("</td><td>")
                .append(change.path("significant").asBoolean(false) ? "changed" : "")
                .append("</td></tr>");
    }

    private static String number(JsonNode value, boolean signed) {
        return value.isNumber()
                ? String.format(Locale.ROOT, signed ? "%+.2f" : "%.2f", value.asDouble())
                : "not measured";
    }

    private void pictures(StringBuilder html, Comparison comparison) {
        if (!comparison.images().isEmpty()) {
            html.append("<h2>Pictures</h2><div>");
        }
        for (String name : comparison.images()) {
            if (name.endsWith("-full.jpg")) { // finer than paper
                continue;
            }
            String data =
                    Base64.getEncoder().encodeToString(clinic.comparisons().image(comparison.id(), name));
            html.append("<img alt=\"").append(escaped(name)).append("\" src=\"data:image/jpeg;base64,");
            html.append(data).append("\"/>");
        }
        if (!comparison.images().isEmpty()) {
            html.append("</div>");
        }
    }

    private static void review(StringBuilder html, Review review) {
        html.append("<h2>Review</h2><p>").append(escaped(review.decision())).append("</p><p>");
        html.append(escaped(review.notes())).append("</p>");
    }

    /** As XML text: control characters would break the document. */
    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
