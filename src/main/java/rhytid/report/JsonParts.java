package rhytid.report;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.Objection;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
import rhytid.measure.Estimate;
import rhytid.photo.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects that more than one of our JSON forms holds. */
final class JsonParts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonParts() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** On one line. */
    static String line(ObjectNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /** Indented, for files that people open. */
    static String pretty(ObjectNode json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    /** CHANGE of the contract; {@code reason} is there only where the change is unknown. */
    static ObjectNode change(Change change) {
        int decimals = JsonNumbers.decimals(change.before(), change.after(), change.ciLow(), change.ciHigh());
        ObjectNode json = object();
        json.put("unit", change.unit());
        json.put("before", JsonNumbers.rounded(change.before(), decimals));
        json.put("after", JsonNumbers.rounded(change.after(), decimals));
        json.put("change", JsonNumbers.rounded(change.change(), decimals));
        json.set("ci95", interval(change.ciLow(), change.ciHigh(), decimals));
        json.put("mdc95", JsonNumbers.rounded(change.mdc95(), decimals));
        json.put("significant", change.significant());
        if (change.reason() != null) {
            json.put("reason", change.reason());
        }
        return json;
    }

    /** {@code [low, high]}, or null where an end is unknown. */
    static @Nullable ArrayNode interval(@Nullable Double low, @Nullable Double high, int decimals) {
        BigDecimal from = JsonNumbers.rounded(low, decimals);
        BigDecimal to = JsonNumbers.rounded(high, decimals);
        return from == null || to == null ? null : array().add(from).add(to);
    }

    static ObjectNode estimate(String unit, Estimate estimate) {
        double reach = 1.96 * estimate.standardError();
        double low = estimate.value() - reach;
        double high = estimate.value() + reach;
        int decimals = JsonNumbers.decimals(low, high);
        ObjectNode json = object();
        json.put("unit", unit);
        json.put("value", JsonNumbers.rounded(estimate.value(), decimals));
        json.set("ci95", interval(low, high, decimals));
        if (estimate.reason() != null) {
            json.put("reason", estimate.reason());
        }
        return json;
    }

    static ObjectNode scale(MillimetreScale scale) {
        return object().put("pxPerMm", JsonNumbers.rounded(scale.pxPerMm())).put("source", scale.source());
    }

    static ObjectNode pose(HeadPose pose) {
        return object().put("yaw", JsonNumbers.rounded(pose.yaw(), 2))
                .put("pitch", JsonNumbers.rounded(pose.pitch(), 2))
                .put("roll", JsonNumbers.rounded(pose.roll(), 2));
    }

    static ObjectNode refusal(Refusal refusal, @Nullable String photo) {
        return object().put("code", refusal.code())
                .put("message", refusal.message())
                .put("value", JsonNumbers.rounded(refusal.value()))
                .put("limit", JsonNumbers.rounded(refusal.limit()))
                .put("photo", photo);
    }

    static ArrayNode objections(Collection<Objection> objections) {
        ArrayNode json = array();
        objections.forEach(o -> json.add(refusal(o.refusal(), o.photo())));
        return json;
    }
}
