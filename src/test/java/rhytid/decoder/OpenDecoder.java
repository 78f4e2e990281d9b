package rhytid.decoder;

import java.io.IOException;
import java.nio.file.Path;

/** A decoder without sandbox and fence, for {@link DecodingCost} to say what that costs. */
public final class OpenDecoder {

    private OpenDecoder() {}

    public static void main(String[] args) throws IOException {
        DecoderMain.serve(Path.of(args[0]), () -> false, false);
        System.exit(0);
    }
}
