package org.emotitune.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * An acknowledgement whose answer was lost is made again, see {@link Repetition}; where Discord then says that it has
 * been made already, it was this one, and it has succeeded. Else the bot would take the interaction for somebody
 * else's, and whoever used it would wait for ever. Thread-safe.
 */
final class Acknowledgements implements Interceptor {
    private static final Pattern CALLBACK = Pattern.compile(".*/interactions/\\d+/[^/]+/callback");
    /** An interaction that has been acknowledged; Discord also says that it does not know it. */
    private static final Set<Integer> MADE_ALREADY = Set.of(40_060, 10_062);

    private static final Duration FOR_REPETITIONS = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final int SERVER_ERROR = 500;
    private static final int NO_CONTENT = 204;
    private static final int LONGEST_ERROR = 65_536;

    private final Cache<String, Boolean> unsure = Caffeine.newBuilder()
            .expireAfterWrite(FOR_REPETITIONS)
            .maximumSize(MOST)
            .build();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String path = request.url().encodedPath();
        return CALLBACK.matcher(path).matches() ? acknowledge(chain, path) : chain.proceed(request);
    }

    private Response acknowledge(Chain chain, String path) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            unsure.put(path, true);
            throw e;
        }
        if (response.code() >= SERVER_ERROR) {
            unsure.put(path, true);
        }
        return unsure.getIfPresent(path) != null && isMadeAlready(response) ? success(response) : response;
    }

    private static boolean isMadeAlready(Response response) throws IOException {
        if (response.isSuccessful() || response.code() >= SERVER_ERROR) {
            return false;
        }
        try {
            byte[] error = response.peekBody(LONGEST_ERROR).bytes();
            return MADE_ALREADY.contains(DataObject.fromJson(error).getInt("code", 0));
        } catch (ParsingException e) {
            return false;
        }
    }

    private static Response success(Response refused) {
        refused.close();
        return refused.newBuilder()
                .code(NO_CONTENT)
                .body(ResponseBody.create(new byte[0], null))
                .build();
    }
}
