package org.emotitune.discord;

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
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches files that were attached to a command, from the address that Discord tells: its own, which needs no token.
 * Thread-safe.
 */
final class Downloads implements AutoCloseable {
    /**
     * What everybody may upload to a server with the most boosts; 10 MiB to others. Subscribers may upload more, bots may
     * fetch all: https://support.discord.com/hc/articles/25444343291031.
     */
    private static final long MOST = 100L << 20;

    private static final int PART = 1 << 16;
    private static final Duration WHOLE = Duration.ofMinutes(5);

    private final URI api;
    private final long most;
    private final OkHttpClient http;

    /** @param api where calls go; where that is not encrypted, files may come from there unencrypted, too */
    Downloads(URI api) {
        this(api, MOST, WHOLE);
    }

    /** @param whole time for a file */
    Downloads(URI api, long most, Duration whole) {
        this.api = api;
        this.most = most;
        this.http = new OkHttpClient.Builder()
                .callTimeout(whole)
                .readTimeout(whole)
                .followRedirects(false)
                .build();
    }

    /** Bytes of the largest file that is fetched. */
    static long most() {
        return MOST;
    }

    /** @throws IOException with a sentence for the admin */
    void fetch(String address, Path to) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !isSafe(url)) {
            throw new IOException("Discord does not say where the file is");
        }
        Request request = new Request.Builder().url(url).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("Discord answered %d when the file was fetched".formatted(response.code()));
            }
            write(response.body().byteStream(), to);
        } catch (InterruptedIOException e) {
            throw new IOException("the file did not come in time", e);
        } catch (UnknownHostException | SocketException | SSLException e) {
            throw new IOException("the connection to Discord was lost while the file came", e);
        }
    }

    private boolean isSafe(HttpUrl url) {
        boolean fromApi = url.scheme().equals(api.getScheme()) && url.host().equalsIgnoreCase(api.getHost());
        return url.isHttps() || fromApi;
    }

    /** What Discord says of a file's size is not relied on. {@code transferFrom} would take half a file for a whole one. */
    private void write(InputStream from, Path to) throws IOException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream out = Channels.newOutputStream(file)) {
            byte[] part = new byte[PART];
            long rest = most;
            for (int read = from.read(part); read >= 0; read = from.read(part)) {
                rest -= read;
                if (rest < 0) {
                    throw new IOException("the file is larger than I fetch");
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
