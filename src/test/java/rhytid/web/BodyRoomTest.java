package rhytid.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import rhytid.fault.Busy;

class BodyRoomTest {

    private static final long MB = 1 << 20;

    private final BodyRoom room = new BodyRoom(30, Duration.ofMillis(20));

    @Test
    void whoFindsNoRoomIsToldToComeBackAndFindsItLater() {
        BodyRoom.Place first = room.take(12 * MB, false);
        BodyRoom.Place second = room.take(12 * MB, false);
        assertThatThrownBy(() -> room.take(12 * MB, false)).isInstanceOf(Busy.class);
        first.close();
        assertThatCode(() -> room.take(12 * MB, false)).doesNotThrowAnyException();
        second.close();
    }

    @Test
    void smallOnesAlwaysFindRoomAndOnesOfUnknownLengthTakeTheMost() {
        room.take(-1, true);
        assertThatCode(() -> room.take(1000, false)).doesNotThrowAnyException();
        assertThatCode(() -> room.take(-1, false)).as("no body").doesNotThrowAnyException();
        assertThatThrownBy(() -> room.take(2 * MB, false)).isInstanceOf(Busy.class);
    }
}
