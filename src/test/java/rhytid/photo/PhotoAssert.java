package rhytid.photo;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.Consumer;

/** What tests expect of a reading. */
final class PhotoAssert {

    private PhotoAssert() {}

    static void accepted(byte[] bytes, Consumer<Photo> check) {
        accepted(new PhotoReader(), bytes, check);
    }

    static void accepted(PhotoReader reader, byte[] bytes, Consumer<Photo> check) {
        switch (reader.read("photo", bytes)) {
            case Reading.Refused refused -> fail("refused: " + refused.refusal());
            case Reading.Accepted accepted -> {
                try (Photo photo = accepted.photo()) {
                    check.accept(photo);
                }
            }
        }
    }

    static Refusal refused(byte[] bytes) {
        return refused(new PhotoReader(), bytes);
    }

    static Refusal refused(PhotoReader reader, byte[] bytes) {
        return switch (reader.read("photo", bytes)) {
            case Reading.Refused refused -> refused.refusal();
            case Reading.Accepted accepted -> {
                accepted.photo().close();
                yield fail("accepted as " + accepted.photo().info());
            }
        };
    }
}
