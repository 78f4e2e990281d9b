package rhytid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoCheck.Objection;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.face.Expression;
import rhytid.face.Models;

class MeasuringLineTest {

    private final MeasuringLine line = new MeasuringLine(Models.open(Path.of("models")));

    @Test
    void uploadedPhotoIsJudgedAsItWillBeWhenItIsCompared() throws Exception {
        PhotoCheck fit = check("01-full-improvement/baseline/rest.jpg");
        assertThat(fit.verdict()).isEqualTo(Verdict.FIT);
        PhotoCheck unfit = check("08-refused-head-turned/follow-up/rest.jpg");
        assertThat(unfit.verdict()).isEqualTo(Verdict.UNFIT);
        Objection turned = unfit.objections().getFirst();
        assertThat(turned.code()).isEqualTo("head-turned");
        assertThat(turned.value()).isGreaterThan(turned.limit());
        assertThat(turned.message()).contains("points at the camera");
    }

    @Test
    void whatIsNoPhotoIsAFaultAndNoVerdict() {
        byte[] text = "no photo".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> line.check(text, Expression.REST)).isInstanceOf(IllegalStateException.class);
    }

    private PhotoCheck check(String sample) throws Exception {
        return line.check(Files.readAllBytes(Path.of("sample-images").resolve(sample)), Expression.REST);
    }
}
