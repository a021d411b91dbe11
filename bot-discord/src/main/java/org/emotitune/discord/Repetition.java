package org.emotitune.discord;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call once more where its connection broke, unless a second one could be seen; an acknowledgement also where
 * Discord failed. Everything may be repeated but the follow-up of an interaction: edits and deletions change nothing the
 * second time, an acknowledgement is refused the second time, and a message has a nonce that Discord enforces. A call that
 * took too long is not repeated: who waits for it has given up.
 */
final class Repetition implements Interceptor {
    private static final Pattern FOLLOW_UP = Pattern.compile(".*/webhooks/\\d+/[^/]+");
    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile(".*/interactions/\\d+/[^/]+/callback");
    private static final int SERVER_ERROR = 500;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!mayBeRepeated(request)) {
            return once(chain, request);
        }
        try {
            return answered(chain, request);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (chain.call().isCanceled()) {
                throw e;
            }
            return chain.proceed(request);
        }
    }

    /** An acknowledgement cannot wait, nor be made again by the library, which lets an interaction have but one. */
    private static Response answered(Chain chain, Request request) throws IOException {
        Response response = chain.proceed(request);
        if (response.code() < SERVER_ERROR
                || !ACKNOWLEDGEMENT.matcher(request.url().encodedPath()).matches()) {
            return response;
        }
        response.close();
        return chain.proceed(request);
    }

    static boolean mayBeRepeated(Request request) {
        RequestBody body = request.body();
        boolean followUp = request.method().equals("POST")
                && FOLLOW_UP.matcher(request.url().encodedPath()).matches();
        return !followUp && (body == null || !body.isOneShot());
    }

    /** By itself JDA would make the call again after 502 and its like, and okhttp where a connection broke. */
    private static Response once(Chain chain, Request request) throws IOException {
        RequestBody body = request.body();
        Response response = chain.proceed(
                body == null
                        ? request
                        : request.newBuilder().post(new OneShot(body)).build());
        return response.code() > SERVER_ERROR
                ? response.newBuilder().code(SERVER_ERROR).build()
                : response;
    }

    private static final class OneShot extends RequestBody {
        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
