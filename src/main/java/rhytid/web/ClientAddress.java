package rhytid.web;

import io.javalin.http.Context;

/** Where a request comes from. A header that anybody may write is believed only behind a proxy of ours. */
final class ClientAddress {

    private ClientAddress() {}

    static String of(Context context, WebSettings settings) {
        String forwarded = context.header("X-Forwarded-For");
        if (settings.behindProxy() && forwarded != null) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return context.req().getRemoteAddr();
    }
}
