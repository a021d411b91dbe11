package org.emotitune.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Tells what the library keeps to itself: whether a request had left whole, and the status of what is no answer. */
final class Fate implements Interceptor {
    private static final int REDIRECT = 300;
    private static final int ERROR = 500;

    /** Not all of the request had left, so that it cannot have been done. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1;

        NotSent(IOException cause) {
            super("not sent", cause);
        }
    }

    /** The server is in trouble, or what answered is no Bot API. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        NoAnswer(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Watched body = new Watched(request.body());
        Response response;
        try {
            response = chain.proceed(
                    request.newBuilder().method(request.method(), body).build());
        } catch (IOException e) {
            throw body.whole ? e : new NotSent(e);
        }
        String type = response.header("Content-Type");
        boolean readable = type != null && type.startsWith("application/json");
        if (response.code() >= ERROR || (response.code() >= REDIRECT && !readable)) {
            response.close();
            throw new NoAnswer(response.code());
        }
        return response;
    }

    /** The body of a request. */
    private static final class Watched extends RequestBody {
        private final @Nullable RequestBody body;
        private volatile boolean whole;

        Watched(@Nullable RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body == null ? null : body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body == null ? 0 : body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (body != null) {
                body.writeTo(sink);
            }
            whole = true;
        }
    }
}
