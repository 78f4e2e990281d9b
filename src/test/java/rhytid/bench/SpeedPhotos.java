package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhytid.face.Expression;
import rhytid.phantom.Base;
import rhytid.phantom.Camera;
import rhytid.phantom.Effect;
import rhytid.phantom.Phantom;
import rhytid.phantom.PhantomPhoto;
import rhytid.phantom.Visit;
import rhytid.wrinkle.Region;

/**
 * Pairs of photos as a 12-megapixel camera stores them: three phantoms of different skin before and after a treatment,
 * painted once and kept in {@code target/speed}.
 *
 * @param before file of the baseline
 * @param after file of the follow-up
 */
record SpeedPhotos(Path before, Path after) {

    /** Four fifths as wide: 12.0 megapixels. */
    private static final int HEIGHT_PX = 3880;

    /** A phone's lens and what is left of its noise at this size; quality as phones write. */
    private static final Camera PHONE = new Camera(1, 2, 92, 1);

    private static final Path FOLDER = Path.of("target", "speed");
    private static final Base[] BASES = {Base.FAIR_WOMAN, Base.OLIVE_MAN, Base.DARK};

    static List<SpeedPhotos> all() throws IOException {
        Files.createDirectories(FOLDER);
        List<SpeedPhotos> pairs = new ArrayList<>();
        for (Base base : BASES) {
            Phantom phantom = Phantom.of(base).seed(700 + base.ordinal()).aged(0.8);
            Effect effect = Effect.NONE.lines(
                    0.4, Region.FOREHEAD, Region.GLABELLA, Region.CROWS_FEET_RIGHT, Region.CROWS_FEET_LEFT);
            pairs.add(new SpeedPhotos(
                    photo(base.key() + "-before.jpg", phantom, Effect.NONE, 71),
                    photo(base.key() + "-after.jpg", phantom, effect, 72)));
        }
        return pairs;
    }

    private static Path photo(String name, Phantom phantom, Effect effect, long seed) throws IOException {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            Visit visit = Visit.of(Expression.REST)
                    .with(effect)
                    .heightPx(HEIGHT_PX)
                    .with(PHONE)
                    .retaken(seed);
            try (PhantomPhoto photo = phantom.photograph(visit)) {
                Files.write(file, photo.jpeg());
            }
        }
        return file;
    }
}
