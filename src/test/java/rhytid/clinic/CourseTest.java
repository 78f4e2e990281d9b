package rhytid.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.clinic.Course.Stage;

class CourseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "-1,BEFORE_ONSET", "0,BEFORE_ONSET", "1,BEFORE_ONSET", "2,ONSET", "5,ONSET", "6,GROWING", "9,GROWING",
        "10,FULL", "14,FULL", "15,LASTING", "91,LASTING", "92,WEARING_OFF", "122,WEARING_OFF", "123,OVER"
    })
    void stageFollowsTheDaysSinceTheTreatment(int day, Stage stage) {
        assertThat(new Course(DAY, false).stage(DAY.plusDays(day))).isEqualTo(stage);
    }

    @Test
    void masseterTakesFourToEightWeeks() {
        Course course = new Course(DAY, true);
        assertThat(course.stage(DAY.plusDays(14))).isEqualTo(Stage.GROWING);
        assertThat(course.stage(DAY.plusDays(40))).isEqualTo(Stage.FULL);
    }

    @Test
    void latestTreatmentCounts() {
        assertThat(Course.of(List.of(treatment(DAY, "glabella"), treatment(DAY.minusMonths(6), "masseter"))))
                .contains(new Course(DAY, false));
        assertThat(Course.of(List.of(treatment(DAY, "Masseter, left")))).contains(new Course(DAY, true));
        assertThat(Course.of(List.of())).isEmpty();
    }

    @Test
    void photoOfTheFullEffectIsWantedUntilThereIsOne() {
        Course course = new Course(DAY, false);
        assertThat(course.nextPhoto(DAY.plusDays(3), List.of(DAY))).contains(course.full());
        assertThat(course.nextPhoto(DAY.plusDays(30), List.of(DAY)))
                .as("late, and still worth it")
                .contains(course.full());
        assertThat(course.nextPhoto(DAY.plusDays(13), List.of(DAY, DAY.plusDays(12))))
                .contains(course.wearingOff());
    }

    @Test
    void nothingIsWantedOnceTheWearingOffWasPhotographed() {
        Course course = new Course(DAY, false);
        assertThat(course.nextPhoto(DAY.plusDays(100), List.of(DAY)))
                .as("the full effect is over: no photo can show it any more")
                .contains(course.wearingOff());
        assertThat(course.nextPhoto(DAY.plusDays(100), List.of(DAY, DAY.plusDays(95))))
                .isEmpty();
    }

    private static Treatment treatment(LocalDate date, String area) {
        return new Treatment(
                "t", "p", date, "toxin", List.of(area), BigDecimal.TEN, null, null, Instant.EPOCH, "someone");
    }
}
