package rhytid.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.PatientDetails;
import rhytid.clinic.Review;
import rhytid.comparison.ExpressionChanges;
import rhytid.report.ReadComparison;
import rhytid.report.page.Headline;
import rhytid.report.page.MeasureRow;
import rhytid.report.page.MovementRow;
import rhytid.report.page.Note;
import rhytid.report.page.RegionRow;
import rhytid.report.page.Shot;
import rhytid.report.page.Words;
import tools.jackson.databind.JsonNode;

/** A comparison on paper: the verdict, what changed by how much and how sure, the pictures, the injector's word. */
final class PdfReport {

    /** Of PDFBox: every reader shows the same, with true minus signs. It has Latin letters alone. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PdfReport.class.getClassLoader(), "rhytid.pages");

    private static final String STYLE = style();

    private final Clinic clinic;
    private final Words words;

    /** @param language of the document, as far as its font has the letters; English where not */
    PdfReport(Clinic clinic, Locale language) {
        this.clinic = clinic;
        this.words = Words.in(language.getLanguage().equals("ar") ? Locale.UK : language);
    }

    /** @param staff false leaves out what is between colleagues: findings and review */
    byte[] of(Comparison comparison, JsonNode result, boolean staff) {
        StringOutput html = new StringOutput();
        ENGINE.render("report/pdf.jte", page(comparison, result, staff), html);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> Objects.requireNonNull(PdfReport.class.getResourceAsStream(FONT), FONT), "text");
        builder.withHtmlContent(html.toString(), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private PdfPage page(Comparison comparison, JsonNode result, boolean staff) {
        ReadComparison read = ReadComparison.of(result);
        List<PdfPage.Expression> expressions = new ArrayList<>();
        read.expressions().values().forEach(changes -> expressions.add(expression(comparison, changes)));
        return new PdfPage(
                words,
                STYLE,
                name(clinic.patients().get(comparison.patientId()).details()),
                clinic.visits().get(comparison.baselineVisit()).date(),
                clinic.visits().get(comparison.followUpVisit()).date(),
                read.comparable(),
                Headline.of(read.expressions().values(), words),
                staff ? Note.findings(read.findings(), words) : List.of(),
                Note.objections(read.warnings(), "note", words),
                Note.objections(read.refusals(), "stop", words),
                expressions,
                MovementRow.of(read.movement(), words),
                staff ? review(comparison.review()) : null,
                !result.path("corrections").isEmpty(),
                read.algorithm());
    }

    private PdfPage.Expression expression(Comparison comparison, ExpressionChanges changes) {
        String key = changes.expression().key();
        return new PdfPage.Expression(
                words.say("expression." + key),
                picture(comparison, key + "-before.jpg"),
                picture(comparison, key + "-after.jpg"),
                picture(comparison, key + "-changes.jpg"),
                RegionRow.of(changes.wrinkles(), words),
                MeasureRow.group("symmetry", changes.measures(), words),
                rows(changes, "brows", "eyelids"),
                rows(changes, "mouth", "lowerFace"));
    }

    private List<MeasureRow> rows(ExpressionChanges changes, String... groups) {
        return Stream.of(groups)
                .flatMap(group -> MeasureRow.group(group, changes.measures(), words).stream())
                .toList();
    }

    private String picture(Comparison comparison, String name) {
        return comparison.images().contains(name)
                ? Shot.address(clinic.comparisons().image(comparison.id(), name))
                : "";
    }

    private static PdfPage.@Nullable Review review(@Nullable Review review) {
        if (review == null) {
            return null;
        }
        String decision = Objects.requireNonNullElse(review.decision(), "");
        String notes = Objects.requireNonNullElse(review.notes(), "");
        return decision.isEmpty() && notes.isEmpty() ? null : new PdfPage.Review(decision, notes);
    }

    private static String name(PatientDetails details) {
        return Stream.of(details.shownName(), details.reference())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String style() {
        String name = "/rhytid/report/pdf.css";
        try (InputStream file = Objects.requireNonNull(PdfReport.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
