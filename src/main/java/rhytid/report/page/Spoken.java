package rhytid.report.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Finding;
import rhytid.comparison.FindingCode;
import rhytid.comparison.Objection;
import rhytid.face.Side;
import rhytid.quality.Reason;

/**
 * Objections and findings in the reader's language. English is written where they are made, beside the limits; other
 * languages have their texts in {@code spoken_LANGUAGE.properties}, found by code. What has none is said in English.
 */
public final class Spoken {

    private static final Map<String, String> VISITS =
            Map.of("baseline: ", "visit.before", "follow-up: ", "visit.after");

    private final ResourceBundle texts;

    private Spoken(ResourceBundle texts) {
        this.texts = texts;
    }

    public static Spoken in(Locale locale) {
        return new Spoken(ResourceBundle.getBundle(
                "rhytid.report.spoken",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * An objection in two sentences.
     *
     * @param what was seen
     * @param advice what to do about it; empty where there is none to give
     */
    public record Told(String what, String advice) {

        String whole() {
            return advice.isEmpty() ? what : what + " " + advice;
        }
    }

    /** @param message in English, for a code that has no words here */
    public Told objection(String code, String message, @Nullable Double value, @Nullable Double limit) {
        Optional<Reason> reason = Reason.of(code, value);
        String key = reason.map(Reason::key).orElse(code);
        double shown = value == null ? 0 : value;
        double wanted = limit == null ? 0 : limit;
        if (texts.containsKey(key + ".what")) {
            return new Told(
                    Reason.filled(texts.getString(key + ".what"), shown, wanted),
                    Reason.filled(texts.getString(key + ".advice"), shown, wanted));
        }
        return reason.map(found -> new Told(
                        Reason.filled(found.what(), shown, wanted), Reason.filled(found.advice(), shown, wanted)))
                .orElse(new Told(message, ""));
    }

    /** An objection of a comparison; one that left an expression out says so. */
    String objection(Objection objection) {
        String message = objection.refusal().message();
        if (texts.keySet().isEmpty()) {
            return message;
        }
        Told told = objection(
                objection.refusal().code(),
                message,
                objection.refusal().value(),
                objection.refusal().limit());
        return objection.leftOut() ? told.whole() + " " + texts.getString("left-out") : told.whole();
    }

    String finding(Finding finding, Words words) {
        String key = key(finding);
        if (!texts.containsKey(key)) {
            return finding.message();
        }
        boolean percent =
                finding.code().startsWith("movement-") || finding.code().equals(FindingCode.LINES_COMING_BACK.code());
        return new MessageFormat(texts.getString(key), words.locale()).format(new Object[] {
            new Figures(words).size(finding.value(), percent ? "%" : "mm"),
            name("region.", finding.about(), words),
            finding.expression() == null
                    ? ""
                    : words.say("expression.in." + finding.expression().key())
        });
    }

    /** Why something was not measured; empty where it was. Reasons are found by their English words. */
    String unknown(@Nullable String reason, Words words) {
        if (reason == null || texts.keySet().isEmpty()) {
            return reason == null ? "" : reason;
        }
        for (Map.Entry<String, String> visit : VISITS.entrySet()) {
            if (reason.startsWith(visit.getKey())) {
                String why = reason.substring(visit.getKey().length());
                return words.say(visit.getValue()) + ": " + unknown(why, words);
            }
        }
        String key = slug(reason);
        return texts.containsKey(key) ? texts.getString(key) : reason;
    }

    /** The key of a reason: {@code unknown.hair-covers-the-forehead}. */
    static String slug(String reason) {
        return "unknown." + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** A code has a text for each side, for each movement, or one alone. */
    static String key(Finding finding) {
        String code = finding.code();
        Side side = finding.side();
        if (code.equals(FindingCode.LINE_LEFT_OVER.code())) {
            String about = String.valueOf(finding.about());
            code += about.endsWith("Right") || about.endsWith("Left") ? ".region" : ".line";
        }
        if (side != null) {
            return code + "." + side.key();
        }
        return code.startsWith("movement-") ? code + "." + finding.about() : code;
    }

    private static String name(String prefix, @Nullable String about, Words words) {
        return about != null && words.has(prefix + about) ? words.say(prefix + about) : "";
    }
}
