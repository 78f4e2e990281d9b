package rhytid.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;

/** What decoding in a process apart costs, warm: give it a photo. The figures stand in src/site/asvs.md. */
public final class DecodingCost {

    private static final int ROUNDS = 3;
    private static final int WARM_UP = 10;
    private static final int TIMES = 21;

    private DecodingCost() {}

    @FunctionalInterface
    private interface Decoder {
        Reading read(String name, byte[] file);
    }

    public static void main(String[] args) throws IOException {
        byte[] file = Files.readAllBytes(Path.of(args[0]));
        PhotoReader here = new PhotoReader();
        try (Decoders apart = Decoders.ofThisProgram();
                Decoders open = new Decoders(Decoders.command(OpenDecoder.class.getName()), Decoders.LIMIT)) {
            medianMs(here::read, file); // the libraries are unpacked and loaded
            long start = System.nanoTime();
            apart.warmUp();
            System.out.printf("a process starts in %.0f ms%n", (System.nanoTime() - start) / 1e6);
            for (int round = 0; round < ROUNDS; round++) {
                double inside = medianMs(here::read, file);
                double unguarded = medianMs(open::read, file);
                double outside = medianMs(apart::read, file);
                System.out.printf(
                        "here %.1f ms, apart %.1f, cost %.1f; apart without sandbox and fence %.1f, so they cost %.1f%n",
                        inside, outside, outside - inside, unguarded, outside - unguarded);
            }
        }
    }

    private static double medianMs(Decoder decoder, byte[] file) {
        double[] millis = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long start = System.nanoTime();
            try (Photo photo = ((Reading.Accepted) decoder.read("photo", file)).photo()) {
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }
}
