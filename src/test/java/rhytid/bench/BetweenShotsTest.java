package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import rhytid.comparison.ErrorModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BetweenShotsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void withoutNamesEverythingIsEstimated() throws IOException {
        assertThat(BetweenShots.wanted(List.of())).accepts("lines.lineIndex", "movement.frown");
    }

    @Test
    void measuresAreChosenByNameByGroupOrAsGeometry() throws IOException {
        Predicate<String> some = BetweenShots.wanted(List.of("eyelids", "mouth.commissureHeight"));
        assertThat(some).accepts("eyelids.mrd1", "eyelids.fissure", "mouth.commissureHeight");
        assertThat(some).rejects("symmetry.mrd1", "lines.lineIndex");
        assertThat(BetweenShots.wanted(List.of("geometry")))
                .accepts("movement.frown", "lowerFace.widthRatio")
                .rejects("lines.lineIndex");
    }

    @Test
    void aNameThatNoMeasureHasIsRefused() {
        assertThatThrownBy(() -> BetweenShots.wanted(List.of("eyelid")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("eyelid: ");
    }

    @Test
    void whatWasNotEstimatedIsKeptWithItsDayAndItsNote() {
        JsonNode was = JsonMapper.shared().readTree("""
                        {"about": "of then", "measures": {
                          "lines.lineIndex": {"own": 1.1, "note": "by hand", "estimated": "2026-11-24"},
                          "eyelids.mrd1": {"own": 0.9, "note": "old", "estimated": "2026-11-24"}}}""");
        JsonNode is = JsonMapper.shared()
                .readTree(BetweenShots.written(was, Map.of("eyelids.mrd1", new ErrorModel.Terms(0.5, 0.1, 0)), TODAY));
        assertThat(is.path("measures").path("lines.lineIndex"))
                .isEqualTo(was.path("measures").path("lines.lineIndex"));
        JsonNode lid = is.path("measures").path("eyelids.mrd1");
        assertThat(lid.path("own").asDouble()).isEqualTo(0.5);
        assertThat(lid.path("estimated").asString()).isEqualTo("2026-12-01");
        assertThat(lid.has("note")).isFalse();
    }
}
