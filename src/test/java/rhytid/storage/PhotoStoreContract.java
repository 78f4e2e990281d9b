package rhytid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every photo store promises, whatever lies behind it. */
abstract class PhotoStoreContract {

    private static final String TYPE = "image/jpeg";

    abstract PhotoStore store();

    /** Changes the bytes behind the store's back. */
    abstract void damage(Shelf shelf, String key);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatWasPut() {
        byte[] photo = new byte[3_000_000];
        new Random(4).nextBytes(photo);
        Digest digest = store().put(Shelf.ORIGINALS, "p1/photo", photo, TYPE);
        assertThat(digest).isEqualTo(Digest.of(photo));
        assertThat(store().read(Shelf.ORIGINALS, "p1/photo", digest)).isEqualTo(photo);
    }

    @Test
    void keepsNoBytesToo() {
        Digest digest = store().put(Shelf.PICTURES, "p1/empty", new byte[0], TYPE);
        assertThat(store().read(Shelf.PICTURES, "p1/empty", digest)).isEmpty();
    }

    @Test
    void theShelvesAreApart() {
        Digest digest = store().put(Shelf.ORIGINALS, "p2/only-here", bytes("original"), TYPE);
        assertThatThrownBy(() -> store().read(Shelf.PICTURES, "p2/only-here", digest))
                .isInstanceOf(ObjectMissing.class);
        assertThat(store().list(Shelf.PICTURES, "p2/")).isEmpty();
    }

    @Test
    void refusesToHandOutAnObjectThatIsNotWhatWasPut() {
        Digest digest = store().put(Shelf.PICTURES, "p3/photo", bytes("as it was"), TYPE);
        damage(Shelf.PICTURES, "p3/photo");
        assertThatThrownBy(() -> store().read(Shelf.PICTURES, "p3/photo", digest))
                .isInstanceOf(ObjectDamaged.class);
    }

    @Test
    void putReplacesWhole() {
        store().put(Shelf.PICTURES, "p4/photo", bytes("a longer first version"), TYPE);
        Digest second = store().put(Shelf.PICTURES, "p4/photo", bytes("second"), TYPE);
        assertThat(store().read(Shelf.PICTURES, "p4/photo", second)).isEqualTo(bytes("second"));
    }

    @Test
    void deletedIsGoneAndDeletingAgainIsHarmless() {
        Digest digest = store().put(Shelf.PICTURES, "p5/photo", bytes("x"), TYPE);
        store().delete(Shelf.PICTURES, "p5/photo");
        store().delete(Shelf.PICTURES, "p5/photo");
        assertThatThrownBy(() -> store().read(Shelf.PICTURES, "p5/photo", digest))
                .isInstanceOf(ObjectMissing.class);
        assertThat(store().list(Shelf.PICTURES, "p5")).isEmpty();
    }

    @Test
    void listsByPrefix() {
        store().put(Shelf.PICTURES, "p6/a", bytes("a"), TYPE);
        store().put(Shelf.PICTURES, "p6/b", bytes("b"), TYPE);
        store().put(Shelf.PICTURES, "p66/c", bytes("c"), TYPE);
        assertThat(store().list(Shelf.PICTURES, "p6/")).containsExactlyInAnyOrder("p6/a", "p6/b");
    }

    @Test
    void aKeyCannotLeaveTheStore() {
        for (String key : new String[] {"../x", "a/../../x", "/etc/x", "a//b", "A", "a\\b", "", "a/.hidden"}) {
            assertThatThrownBy(() -> store().put(Shelf.PICTURES, key, bytes("x"), TYPE))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void preparingTwiceIsHarmless() {
        Digest digest = store().put(Shelf.PICTURES, "p7/photo", bytes("kept"), TYPE);
        store().prepare();
        assertThat(store().read(Shelf.PICTURES, "p7/photo", digest)).isEqualTo(bytes("kept"));
        assertThat(store().reachable()).isTrue();
    }

    @Test
    void manyThreadsPutTheSameKeyAndOneOfThemWinsWhole() throws InterruptedException {
        ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            byte[] content = bytes(("version " + i).repeat(1000));
            threads[i] = Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, fault) -> faults.add(fault))
                    .start(() -> store().put(Shelf.PICTURES, "p8/photo", content, TYPE));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(faults).isEmpty();
        int whole = 0;
        for (int i = 0; i < threads.length; i++) {
            whole += isThere(Digest.of(bytes(("version " + i).repeat(1000)))) ? 1 : 0;
        }
        assertThat(whole).isEqualTo(1);
    }

    private boolean isThere(Digest digest) {
        try {
            return store().read(Shelf.PICTURES, "p8/photo", digest).length > 0;
        } catch (ObjectDamaged e) {
            return false;
        }
    }
}
