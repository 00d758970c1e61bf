package outside;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A project that calls OkHttp 5 itself: its constructor of {@code Request} is not public in 4. */
public final class OkHttp5 {
  private OkHttp5() {}

  public static void main(String[] args) throws IOException {
    HttpUrl url = HttpUrl.get(System.getenv("OFAUTH_BASE_URL"));
    Request request = new Request(url, Headers.EMPTY, "GET", null);
    OkHttpClient client = new OkHttpClient();
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 404) {
        throw new IllegalStateException("status " + response.code());
      }
    }
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    Main.main(args);
  }
}
