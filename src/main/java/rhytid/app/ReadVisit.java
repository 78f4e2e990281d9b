package rhytid.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.decoder.Decoders;
import rhytid.face.Expression;
import rhytid.photo.Both;
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
    static Both<ReadVisit> both(Decoders decoders, Map<Expression, byte[]> baseline, Map<Expression, byte[]> followUp) {
        Both<ReadVisit> visits = new Both<>(baseline, followUp).each(photos -> read(decoders, photos));
        for (ReadVisit visit : List.of(visits.baseline(), visits.followUp())) {
            if (visit.fault != null) {
                visits.baseline().close();
                visits.followUp().close();
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
