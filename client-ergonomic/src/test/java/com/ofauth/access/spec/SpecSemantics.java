package com.ofauth.access.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ofauth.access.AuthenticationException;
import com.ofauth.access.ChatFilter;
import com.ofauth.access.ChatListQuery;
import com.ofauth.access.ChatOrder;
import com.ofauth.access.InvalidRequestException;
import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.NotFoundException;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.Page;
import com.ofauth.access.Paginated;
import com.ofauth.access.PagingException;
import com.ofauth.access.PermissionException;
import com.ofauth.access.RateLimitException;
import com.ofauth.access.RateLimitPolicy;
import com.ofauth.access.RetryPolicy;
import com.ofauth.access.ServerException;
import com.ofauth.access.model.Chat;
import com.ofauth.access.model.ErrorResponse;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.OfAuthJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the SDK and a server have to agree on by the OpenAPI document alone, without any knowledge
 * of the data. It runs against servers that have nothing in common but that document.
 */
abstract class SpecSemantics {
  private static final int PAGES = 40;
  // Servers written in JavaScript take no larger one.
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private final Tampering tampering = new Tampering();
  private @Nullable OfAuthClient client;

  abstract OfAuthClient.Builder client();

  /** Makes the server answer the next request with an error that the document describes. */
  abstract void answerNextWith(int status, Tampering tampering);

  /** Changes requests on their way, as no query of the SDK could. */
  static final class Tampering {
    private @Nullable String parameter;
    private @Nullable String value;
    private @Nullable String prefer;

    void setParameter(String name, String text) {
      parameter = name;
      value = text;
    }

    void prefer(String text) {
      prefer = text;
    }

    Request apply(Request request) {
      Request.Builder changed = request.newBuilder();
      if (parameter != null) {
        HttpUrl url = request.url().newBuilder().setQueryParameter(parameter, value).build();
        changed.url(url);
      }
      if (prefer != null) {
        changed.header("Prefer", prefer);
      }
      return changed.build();
    }
  }

  @BeforeEach
  void open() {
    client =
        client()
            .rateLimitPolicy(RateLimitPolicy.unlimited())
            .retryPolicy(RetryPolicy.none())
            .okHttpClient(
                new OkHttpClient.Builder()
                    .addInterceptor(chain -> chain.proceed(tampering.apply(chain.request())))
                    .build())
            .build();
  }

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  @Test
  void readsPagesOfChatsAndWritesThemBackAsTheyWere() {
    assertWrittenBack(
        () -> chats(ChatListQuery.builder().keepRawBody().build()),
        chat -> OfAuthJson.write(Chat.class, chat));
  }

  @Test
  void readsPagesOfMassMessagesAndWritesThemBackAsTheyWere() {
    assertWrittenBack(
        () -> massMessages(MassMessageListQuery.allSent().toBuilder().keepRawBody().build()),
        message -> OfAuthJson.write(MassMessage.class, message));
  }

  static Stream<Arguments> ordersAndFilters() {
    return Stream.of(ChatOrder.values())
        .flatMap(
            order -> Stream.of(ChatFilter.values()).map(filter -> Arguments.of(order, filter)));
  }

  @ParameterizedTest
  @MethodSource("ordersAndFilters")
  void asksForChatsInWaysThatTheServerTakes(ChatOrder order, ChatFilter filter) {
    firstPage(chats(ChatListQuery.builder().order(order).filter(filter).build()));
  }

  @ParameterizedTest
  @EnumSource
  void asksForMassMessagesInWaysThatTheServerTakes(MassMessageStatus status) {
    firstPage(massMessages(MassMessageListQuery.builder().status(status).build()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void asksForPagesOfSizesThatTheServerTakes(int size) {
    firstPage(chats(ChatListQuery.builder().pageSize(size).startAt(3_000_000_000L).build()));
  }

  @Test
  void asksForTextsAndListsThatTheServerTakes() {
    String longest = "é🐻 &=+%/?#\"\\".repeat(10).substring(0, 99);

    firstPage(chats(ChatListQuery.builder().query(longest).userListId(1).build()));
    firstPage(chats(ChatListQuery.builder().userListId(MAX_SAFE_INTEGER).build()));
  }

  @ParameterizedTest
  @CsvSource({"limit,21", "limit,0", "offset,-1", "order,newest", "userListId,0"})
  void hearsThatAParameterIsInvalid(String parameter, String value) {
    tampering.setParameter(parameter, value);

    assertThatThrownBy(() -> firstPage(chats(ChatListQuery.all())))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.status()).isIn(400, 422));
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(400, InvalidRequestException.class),
        Arguments.of(401, AuthenticationException.class),
        Arguments.of(403, PermissionException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(422, InvalidRequestException.class),
        Arguments.of(429, RateLimitException.class),
        Arguments.of(500, ServerException.class),
        Arguments.of(502, ServerException.class),
        Arguments.of(503, ServerException.class),
        Arguments.of(504, ServerException.class));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void tellsErrorsByTheirMeaning(int status, Class<? extends OfAuthException> meaning) {
    answerNextWith(status, tampering);

    assertThatThrownBy(() -> firstPage(massMessages(MassMessageListQuery.allSent())))
        .isInstanceOfSatisfying(
            OfAuthException.class,
            e -> {
              assertThat(e).isInstanceOf(meaning);
              assertThat(e.status()).isEqualTo(status);
            });
  }

  private Paginated<Chat> chats(ChatListQuery query) {
    return requireClient().connection().chats().list(query);
  }

  private Paginated<MassMessage> massMessages(MassMessageListQuery query) {
    return requireClient().connection().massMessages().list(query);
  }

  private OfAuthClient requireClient() {
    if (client == null) {
      throw new IllegalStateException("no client");
    }
    return client;
  }

  /**
   * The first page, or nothing where a server that makes pages up at random breaks a rule of paging
   * that the document can not state, such as a negative nextOffset.
   */
  private static <T> Optional<Page<T>> firstPage(Paginated<T> list) {
    try {
      return Optional.of(list.firstPage());
    } catch (PagingException e) {
      return Optional.empty();
    }
  }

  private static <T> void assertWrittenBack(
      Supplier<Paginated<T>> list, Function<T, String> writer) {
    List<Page<T>> pages =
        Stream.generate(() -> firstPage(list.get()))
            .limit(PAGES)
            .flatMap(Optional::stream)
            .toList();
    assertThat(pages).hasSizeGreaterThan(PAGES / 4);
    for (Page<T> page : pages) {
      String written = page.items().stream().map(writer).collect(Collectors.joining(",", "[", "]"));
      String raw = page.rawBody().orElseThrow();
      assertThat(listOf("{\"list\":" + written + "}")).as(raw).isNotNull().isEqualTo(listOf(raw));
    }
  }

  /** JSON as maps, lists and exact numbers: what the model of errors keeps free-form. */
  private static @Nullable Object listOf(String json) {
    ErrorResponse holder = ErrorResponse.fromJson("{\"details\":" + json + "}");
    return holder.details() instanceof Map<?, ?> page ? page.get("list") : null;
  }
}
