package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class PhotoReaderTest {

    private final PhotoReader reader = new PhotoReader();

    @Test
    void aWrittenPngIsReadBackAsItWas() {
        try (Mat pixels = new Mat(80, 100, CV_8UC3, new Scalar(10, 20, 30, 0))) {
            Reading reading = reader.read("a.png", PhotoWriter.png(pixels));
            assertThat(reading).isInstanceOf(Reading.Accepted.class);
            try (Photo photo = ((Reading.Accepted) reading).photo()) {
                assertThat(photo.width()).isEqualTo(100);
                assertThat(photo.height()).isEqualTo(80);
                byte[] first = new byte[3];
                photo.pixels().data().get(first);
                assertThat(first).containsExactly(10, 20, 30);
            }
        }
    }

    @Test
    void textIsRefused() {
        Reading reading = reader.read("a.jpg", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(((Reading.Refused) reading).refusal().code()).isEqualTo("not-a-photo");
    }
}
