package com.ofauth.access.examples.accounts;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.changes.Changes;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.OfAuthModel;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of an account that is copied once and then followed.
 *
 * @param name of the list
 * @param sync what is left of the copy, or what is new since
 * @param id of an item
 * @param version what tells one state of an item from another
 */
record Feed<T extends OfAuthModel>(
    String name,
    BiFunction<OfAuthConnection, @Nullable Checkpoint, Changes<T>> sync,
    ToLongFunction<T> id,
    Function<T, @Nullable Object> version) {

  static final Feed<Chat> CHATS =
      new Feed<>(
          "chats",
          (account, from) -> from == null ? account.chats().sync() : account.chats().sync(from),
          chat -> chat.withUser().id(),
          chat -> {
            Message last = chat.lastMessage();
            return last == null ? null : last.id();
          });

  static final Feed<MassMessage> MASS_MESSAGES =
      new Feed<>(
          "mass-messages",
          (account, from) ->
              from == null ? account.massMessages().sync() : account.massMessages().sync(from),
          MassMessage::id,
          MassMessage::date);

  String keyOf(T item) {
    return name + "/" + id.applyAsLong(item);
  }

  String versionOf(T item) {
    return String.valueOf(version.apply(item));
  }
}
