package rhytid.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire: conditional requests and ranges (RFC 9110) for pictures. */
final class AnswerWriter {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private AnswerWriter() {}

    static void write(Context context, Answer answer) throws IOException {
        answer.headers().forEach(context::header);
        switch (answer) {
            case Answer.Document document -> {
                context.status(document.status());
                if (document.json() != null) {
                    context.contentType("application/json").result(document.json());
                }
            }
            case Answer.Html page ->
                context.status(page.status())
                        .contentType("text/html; charset=utf-8")
                        .result(page.html());
            case Answer.Asset asset -> asset(context, asset);
            case Answer.Picture picture -> picture(context, picture);
            case Answer.Stream stream -> {
                context.status(200).contentType(stream.type());
                stream.writer().writeTo(context.res().getOutputStream());
            }
        }
    }

    private static void asset(Context context, Answer.Asset asset) {
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.header("Vary", "Accept-Encoding");
        String encodings = context.header("Accept-Encoding");
        boolean gzip = asset.gzipped() != null && encodings != null && encodings.contains("gzip");
        if (gzip) {
            context.header("Content-Encoding", "gzip");
        }
        context.status(200).contentType(asset.type()).result(gzip ? asset.gzipped() : asset.content());
    }

    private static void picture(Context context, Answer.Picture picture) {
        String etag = "\"" + picture.digest().hex() + "\"";
        context.header("ETag", etag);
        context.header("Cache-Control", "private, max-age=31536000, immutable");
        context.header("Accept-Ranges", "bytes");
        context.header("Vary", "Authorization, Cookie, Accept");
        context.header("Content-Disposition", "inline");
        String known = context.header("If-None-Match");
        if (known != null && (known.contains(etag) || known.strip().equals("*"))) {
            context.status(304);
            return;
        }
        String ifRange = context.header("If-Range");
        String range = ifRange == null || ifRange.equals(etag) ? context.header("Range") : null;
        int length = picture.content().length;
        Span span = span(range, length);
        if (span == null) {
            context.status(200).contentType(picture.type()).result(picture.content());
        } else if (span.first > span.last || span.first >= length) {
            context.header("Content-Range", "bytes */" + length);
            throw new Problem(416, "range", "The photo has " + length + " bytes.");
        } else {
            context.header("Content-Range", "bytes " + span.first + "-" + span.last + "/" + length);
            context.status(206)
                    .contentType(picture.type())
                    .result(Arrays.copyOfRange(picture.content(), (int) span.first, (int) span.last + 1));
        }
    }

    private record Span(long first, long last) {}

    /** Null where the whole is wanted: no range, or a form that may be ignored. */
    private static @Nullable Span span(@Nullable String range, int length) {
        Matcher form = RANGE.matcher(range == null ? "" : range.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return null;
        }
        if (form.group(1).length() > 12 || form.group(2).length() > 12) {
            return new Span(length, length);
        }
        if (form.group(1).isEmpty()) {
            long last = Long.parseLong(form.group(2));
            return last == 0 ? new Span(length, length) : new Span(Math.max(0, length - last), length - 1L);
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? length - 1L : Math.min(length - 1L, Long.parseLong(form.group(2)));
        return new Span(first, last);
    }
}
