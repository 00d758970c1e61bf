package outside;

import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.Chat;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The test runs this: a line with the class path, then what the README's program prints. */
@SpringBootApplication(proxyBeanMethods = false)
public class Main {
  public static void main(String[] args) {
    System.out.println(System.getProperty("java.class.path"));
    SpringApplication.run(Main.class, args).close();
  }

  @Bean
  CommandLineRunner list(OfAuthConnection creator) {
    return args -> {
      for (Chat chat :
          creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
        System.out.println(chat.withUser().id() + " " + chat.unreadMessagesCount());
      }
      MassMessageListQuery scheduled =
          MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED).maxItems(50).build();
      System.out.println(
          creator.massMessages().list(scheduled).toList().size() + " mass messages are scheduled");
    };
  }
}
