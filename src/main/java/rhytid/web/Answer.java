package rhytid.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.storage.Digest;

/** What a route answers. */
public sealed interface Answer {

    int status();

    Map<String, String> headers();

    /**
     * A document.
     *
     * @param json null for an empty answer
     */
    record Document(int status, @Nullable String json, Map<String, String> headers) implements Answer {}

    /** Bytes that never change under their URL: cached, sent in ranges. */
    record Picture(byte[] content, String type, Digest digest) implements Answer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Something written while it is made. */
    record Stream(String type, Map<String, String> headers, Writer writer) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** A page, or a part of one. */
    record Html(int status, String html, Map<String, String> headers) implements Answer {}

    /** What pages are made of; its URL names its content, so that whoever has it need never ask again. */
    record Asset(byte[] content, byte @Nullable [] gzipped, String type) implements Answer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Writes the content. */
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer ok(Object body) {
        return new Document(200, Json.text(body), Map.of());
    }

    /** With the version as its ETag. */
    static Answer ok(Object body, long version) {
        return new Document(200, Json.text(body), Map.of("ETag", etag(version)));
    }

    static Answer created(Object body, String location, long version) {
        return new Document(201, Json.text(body), Map.of("Location", location, "ETag", etag(version)));
    }

    static Answer created(Object body, String location) {
        return new Document(201, Json.text(body), Map.of("Location", location));
    }

    static Answer done() {
        return new Document(204, null, Map.of());
    }

    /** Sends the browser on to another page, to be asked for with GET. */
    public static Answer seeOther(String path) {
        return new Document(303, null, Map.of("Location", path));
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }
}
