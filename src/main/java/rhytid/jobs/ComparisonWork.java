package rhytid.jobs;

import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import tools.jackson.databind.JsonNode;

/** Compares two visits' photos. Called by several threads at once. */
public interface ComparisonWork {

    /**
     * @param baseline the bytes as uploaded, by expression; holds no expression that is not in the follow-up
     * @param followUp likewise
     * @param corrections places that somebody put right, in the form of {@code rhytid.report.CorrectionsJson}
     * @param progress is told how far it is, 0 to 1
     */
    Compared compare(
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            @Nullable JsonNode corrections,
            DoubleConsumer progress)
            throws Exception;

    /**
     * What came of it.
     *
     * @param comparable false when the photos cannot be compared and the JSON says why
     * @param json comparison.json
     * @param images JPEGs by name
     * @param layers what is drawn over them, as JSON; null where there is nothing
     */
    record Compared(
            boolean comparable,
            String json,
            Map<String, byte[]> images,
            @Nullable String layers) {}
}
