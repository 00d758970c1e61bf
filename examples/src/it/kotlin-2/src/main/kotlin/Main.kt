package outside

import com.ofauth.access.ChatFilter
import com.ofauth.access.ChatListQuery
import com.ofauth.access.MassMessageListQuery
import com.ofauth.access.MassMessageStatus
import com.ofauth.access.OfAuthClient

fun main() {
    println(System.getProperty("java.class.path"))
    OfAuthClient.fromEnv().use { client ->
        val creator = client.connection()

        for (chat in creator.chats().list(ChatListQuery.builder().filter(ChatFilter.UNREAD).build())) {
            // Nullable, as the annotations of the SDK say.
            val unread: Long = chat.unreadMessagesCount() ?: 0L
            println("${chat.withUser().id()} $unread")
        }

        val scheduled =
            MassMessageListQuery.builder().status(MassMessageStatus.SCHEDULED).maxItems(50).build()
        println("${creator.massMessages().list(scheduled).count()} mass messages are scheduled")
    }
}
