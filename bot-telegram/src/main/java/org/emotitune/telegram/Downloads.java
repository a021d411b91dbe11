package org.emotitune.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.emotitune.config.TelegramSettings;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;

/**
 * Fetches files that were sent to the bot. The library's own downloads always go to Telegram's server, whichever was
 * set, hold the whole file in memory, and take an error page for the file.
 */
final class Downloads implements AutoCloseable {
    /** What Telegram lets bots fetch: https://core.telegram.org/bots/api#getfile. */
    private static final long MOST = 20_000_000;

    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int PART = 64 * 1024;

    private final Telegram telegram;
    private final URI api;
    private final String token;
    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(WHOLE).build();

    Downloads(Telegram telegram, TelegramSettings settings, String token) {
        this.telegram = telegram;
        this.api = settings.api();
        this.token = token;
    }

    /** Bytes of the largest file that can be fetched. */
    static long most() {
        return MOST;
    }

    /** @throws IOException with a sentence for the admin */
    void fetch(String id, Path to) throws IOException {
        String path = path(id);
        Request request = new Request.Builder()
                .url("%s/file/bot%s/%s".formatted(api, token, path))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("Telegram answered %d when the file was fetched".formatted(response.code()));
            }
            write(response.body().byteStream(), to);
        } catch (InterruptedIOException e) {
            throw new IOException("the file did not come in time", e);
        } catch (UnknownHostException | SocketException e) {
            throw new IOException("the connection to Telegram was lost while the file came", e);
        }
    }

    private String path(String id) throws IOException {
        return switch (telegram.call(0, new GetFile(id))) {
            case Outcome.Done<File>(File file) when file.getFilePath() != null -> file.getFilePath();
            case Outcome.Failed<File>(String reason) ->
                throw new IOException("Telegram does not give the file: " + reason);
            case Outcome.Done<File> ignored -> throw new IOException("Telegram does not say where the file is");
            case Outcome.NotFound<File> ignored -> throw new IOException("Telegram does not have the file any more");
            case Outcome.NotModified<File> ignored -> throw new IOException("Telegram does not say where the file is");
            case Outcome.Forbidden<File> ignored -> throw new IOException("Telegram does not give the file");
            case Outcome.Unknown<File> ignored -> throw new IOException("Telegram did not answer");
        };
    }

    /** What Telegram says of a file's size is not relied on. {@code transferFrom} would take half a file for a whole one. */
    private static void write(InputStream from, Path to) throws IOException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream out = Channels.newOutputStream(file)) {
            byte[] part = new byte[PART];
            long rest = MOST;
            for (int read = from.read(part); read >= 0; read = from.read(part)) {
                rest -= read;
                if (rest < 0) {
                    throw new IOException("the file is larger than a bot may fetch");
                }
                out.write(part, 0, read);
            }
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
