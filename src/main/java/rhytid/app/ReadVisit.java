package rhytid.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.decoder.Decoders;
import rhytid.face.Expression;
import rhytid.photo.Reading;

/**
 * What was read of a visit's photos.
 *
 * @param fault why not all of them were read; null when they were
 */
record ReadVisit(
        Map<Expression, Reading> readings, @Nullable RuntimeException fault) {

    /**
     * Reads two visits at once.
     *
     * @throws RuntimeException where no decoder is to be had; then no photo is left open
     */
    static List<ReadVisit> both(Decoders decoders, Map<Expression, byte[]> baseline, Map<Expression, byte[]> followUp) {
        List<ReadVisit> visits = Stream.of(baseline, followUp)
                .parallel()
                .map(photos -> read(decoders, photos))
                .toList();
        for (ReadVisit visit : visits) {
            if (visit.fault != null) {
                visits.forEach(ReadVisit::close);
                throw visit.fault;
            }
        }
        return visits;
    }

    private static ReadVisit read(Decoders decoders, Map<Expression, byte[]> photos) {
        Map<Expression, Reading> readings = new EnumMap<>(Expression.class);
        try {
            photos.forEach((expression, bytes) -> readings.put(expression, decoders.read(expression.key(), bytes)));
            return new ReadVisit(readings, null);
        } catch (RuntimeException e) {
            return new ReadVisit(readings, e);
        }
    }

    private void close() {
        for (Reading reading : readings.values()) {
            if (reading instanceof Reading.Accepted accepted) {
                accepted.photo().close();
            }
        }
    }
}
