/*
 * The first program of the README.
 */
package outside;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import java.util.List;

public final class ReadmeProgram {
  private ReadmeProgram() {}

  public static void main(String[] args) {
    try (OfAuthClient client = OfAuthClient.fromEnv()) {
      OfAuthConnection creator = client.connection();

      for (Chat chat :
          creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
        System.out.println(chat.withUser().id() + " " + chat.unreadMessagesCount());
      }

      List<MassMessage> next =
          creator
              .massMessages()
              .list(
                  MassMessageListQuery.builder()
                      .status(MassMessageStatus.SCHEDULED)
                      .maxItems(50)
                      .build())
              .stream()
              .toList();
      System.out.println(next.size() + " mass messages are scheduled");
    }
  }
}
