package outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import java.io.IOException;

/** Prints what the README's program prints, of models that went through Jackson. */
public final class Main {
  private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

  private Main() {}

  public static void main(String[] args) throws IOException {
    System.out.println(System.getProperty("java.class.path"));
    try (OfAuthClient client = OfAuthClient.fromEnv()) {
      OfAuthConnection creator = client.connection();

      for (Chat chat :
          creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
        Chat copy = copy(chat, Chat.class);
        System.out.println(copy.withUser().id() + " " + copy.unreadMessagesCount());
      }

      int scheduled = 0;
      for (MassMessage message :
          creator
              .massMessages()
              .list(
                  MassMessageListQuery.builder()
                      .status(MassMessageStatus.SCHEDULED)
                      .maxItems(50)
                      .build())) {
        scheduled += copy(message, MassMessage.class).id() == message.id() ? 1 : 0;
      }
      System.out.println(scheduled + " mass messages are scheduled");
    }
  }

  private static <T> T copy(T model, Class<T> type) throws IOException {
    T copy = MAPPER.readValue(MAPPER.writeValueAsString(model), type);
    if (!copy.equals(model)) {
      throw new IllegalStateException(copy + " is not " + model);
    }
    return copy;
  }
}
