package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopesTest {

    @Test
    void whatIsSteeperThanTheLimitInAnyDirectionIsAmongTheSteepPlaces() {
        Slopes slopes = Slopes.of(noise(40, 50));
        Slopes.Steep steep = slopes.steepest(0.15);
        Set<Integer> places = IntStream.of(steep.places()).boxed().collect(Collectors.toSet());
        assertThat(places).hasSizeBetween((int) (0.13 * slopes.size()), (int) (0.17 * slopes.size()));
        for (int degrees = 0; degrees < 180; degrees += 5) {
            float dx = (float) Math.cos(Math.toRadians(degrees));
            float dy = (float) Math.sin(Math.toRadians(degrees));
            for (int place : slopes.all().places()) {
                if (slopes.along(dx, dy, place) > steep.limit()) {
                    assertThat(places).contains(place);
                }
            }
        }
    }

    @Test
    void aRampIsAsSteepEverywhereAndOnlyAcrossIt() {
        float[][] ramp = new float[4][5];
        for (float[] row : ramp) {
            for (int x = 0; x < row.length; x++) {
                row[x] = 3 * x;
            }
        }
        Slopes slopes = Slopes.of(ramp);
        assertThat(slopes.along(1, 0, slopes.all().places())).containsOnly(6f).hasSize(2 * 3);
        assertThat(slopes.along(0, 1, slopes.all().places())).containsOnly(0f);
    }

    private static float[][] noise(int height, int width) {
        Random random = new Random(5);
        float[][] rows = new float[height][width];
        for (float[] row : rows) {
            for (int x = 0; x < width; x++) {
                row[x] = (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
