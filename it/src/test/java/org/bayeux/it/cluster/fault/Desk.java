package org.bayeux.it.cluster.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The application on one node, as it is asked by the trials. Thread-safe; what fails is empty. */
final class Desk {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AS_LONG_AS_A_NUMBER_TAKES = Duration.ofSeconds(15);

    private final URI url;

    Desk(URI application) {
        this.url = URI.create(application + "/desk");
    }

    Optional<View> view() {
        return send(to("/view", SOON).GET()).map(View::of);
    }

    boolean change(int step) {
        return send(to("/change?step=" + step, SOON).POST(BodyPublishers.noBody()))
                .isPresent();
    }

    Optional<Long> number() {
        return send(to("/number", AS_LONG_AS_A_NUMBER_TAKES).POST(BodyPublishers.noBody()))
                .map(Long::valueOf);
    }

    boolean letters(String text) {
        return send(to("/letters?text=" + text, SOON).POST(BodyPublishers.noBody()))
                .isPresent();
    }

    private HttpRequest.Builder to(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(limit);
    }

    private static Optional<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() / 100 == 2 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
