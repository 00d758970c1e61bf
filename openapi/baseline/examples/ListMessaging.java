package com.ofauth.access.examples;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.Message;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists all chats and all mass messages of one account.
 *
 * <p>If {@code OFAUTH_API_KEY} and {@code OFAUTH_CONNECTION_ID} are set, it reads a real account.
 * If neither is set, it starts the test provider and reads made-up data. On failure it prints one
 * line to standard error and exits with status 1.
 */
public final class ListMessaging {
  private static final int ROWS_SHOWN = 12;

  private final PrintStream out;
  private final Progress progress;
  private final RequestCounter requests = new RequestCounter();

  ListMessaging(PrintStream out, Progress progress) {
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    ListMessaging program = new ListMessaging(System.out, Progress.onTerminal());
    int status = program.run(System.getenv(), System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs with the given environment, and returns the exit status. */
  int run(Map<String, String> environment, PrintStream err) {
    String apiKey = value(environment, "OFAUTH_API_KEY");
    String connectionId = value(environment, "OFAUTH_CONNECTION_ID");
    try {
      if (apiKey != null && connectionId != null) {
        out.println("Reading the account of connection " + connectionId + ".");
        read(
            OfAuthClient.builder().apiKey(apiKey),
            value(environment, "OFAUTH_BASE_URL"),
            connectionId);
      } else if (apiKey == null && connectionId == null) {
        readMadeUpAccount();
      } else {
        err.println(
            "Set both OFAUTH_API_KEY and OFAUTH_CONNECTION_ID to read an account, or neither to read made-up data.");
        return 1;
      }
      return 0;
    } catch (OfAuthException | IllegalArgumentException e) {
      progress.clear();
      err.println(oneLine(String.valueOf(e.getMessage())));
      return 1;
    }
  }

  private void readMadeUpAccount() {
    out.println(
        "OFAUTH_API_KEY and OFAUTH_CONNECTION_ID are not set: reading made-up data from a test provider inside this program.");
    try (OfAuthTestProvider provider = OfAuthTestProvider.start()) {
      read(
          OfAuthClient.builder().apiKey(provider.apiKey()),
          provider.baseUrl().toString(),
          provider.connectionId());
    }
  }

  private void read(OfAuthClient.Builder builder, @Nullable String baseUrl, String connectionId) {
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    try (OfAuthClient client = builder.listener(requests).build()) {
      OfAuthConnection account = client.connection(connectionId);
      showChats(account);
      for (MassMessageStatus status :
          List.of(MassMessageStatus.SENT, MassMessageStatus.SCHEDULED)) {
        showMassMessages(account, status);
      }
    }
  }

  private void showChats(OfAuthConnection account) {
    Table table = new Table("user", "unread", "can write", "last message", "at");
    long count = 0;
    int before = requests.count();
    for (Chat chat : account.chats().list(ChatListQuery.all())) {
      if (count++ < ROWS_SHOWN) {
        Message last = chat.lastMessage();
        table.add(
            chat.withUser().id(),
            chat.unreadMessagesCount(),
            chat.canSendMessage(),
            last == null ? null : last.text(),
            last == null ? null : last.createdAt());
      }
      progress.show(count + " chats");
    }
    show("chats", count, table, requests.count() - before);
  }

  private void showMassMessages(OfAuthConnection account, MassMessageStatus status) {
    Table table = new Table("id", "sent to", "seen by", "price", "text", "date");
    long count = 0;
    int before = requests.count();
    MassMessageListQuery query = MassMessageListQuery.builder().status(status).build();
    for (MassMessage message : account.massMessages().list(query)) {
      if (count++ < ROWS_SHOWN) {
        table.add(
            message.id(),
            message.sentCount(),
            message.viewedCount(),
            message.price(),
            message.text(),
            message.date());
      }
      progress.show(count + " mass messages");
    }
    show(status.value() + " mass messages", count, table, requests.count() - before);
  }

  private void show(String what, long count, Table table, int requestCount) {
    progress.clear();
    out.println();
    out.println(
        count
            + " "
            + what
            + ", read in "
            + requestCount
            + (requestCount == 1 ? " request" : " requests"));
    table.print(out);
    if (count > ROWS_SHOWN) {
      out.println("… and " + (count - ROWS_SHOWN) + " more");
    }
  }

  /** Returns the value of a variable, or null if it is missing or empty. */
  private static @Nullable String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}
