package com.ofauth.access.benchmarks;

import com.ofauth.access.OfAuthClient;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** A program that reads one page and ends: what a fresh JVM costs. */
final class FirstPage {
  private FirstPage() {}

  public static void main(String[] args) throws IOException {
    String url = args[1];
    Object page =
        switch (args[0]) {
          case "sdk" -> {
            try (OfAuthClient client = Clients.sdk(url)) {
              yield client.connection().chats().list().firstPage();
            }
          }
          case "stock" ->
              Clients.stock(url)
                  .listChats(Pages.PAGE_SIZE, 0L, null, null, null, null)
                  .execute()
                  .body();
          case "generated" -> Clients.generated(url);
          case "okHttp" -> Clients.okHttp(new OkHttpClient(), new Models(), url, 0);
          default -> throw new IllegalArgumentException("no such client: " + args[0]);
        };
    if (page == null) {
      throw new IllegalStateException("no page");
    }
    System.exit(0);
  }
}
