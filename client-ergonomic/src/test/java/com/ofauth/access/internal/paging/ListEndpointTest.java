package com.ofauth.access.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.model.MassMessage;
import com.ofauth.access.model.MassMessageListResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;

/** What of an item is compared where it changes in its place, and where a next page begins. */
final class ListEndpointTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // An object is what its id says.
        "{'media':[{'id':1,'url':'a'}]} | {'media':[{'id':1,'url':'b'}]} | true",
        "{'media':[{'id':1}]}           | {'media':[{'id':2}]}           | false",
        "{'media':[{'id':1},{'id':2}]}  | {'media':[{'id':2},{'id':1}]}  | false",
        // A service can send an empty list as null.
        "{'media':[]}                   | {'media':null}                 | true",
        "{'media':[]}                   | {}                             | true",
        "{'media':[]}                   | {'media':[{'id':1}]}           | false",
        "{'previews':[1,2]}             | {'previews':[1,3]}             | false",
        "{'previews':[1,2]}             | {'previews':[1,2]}             | true",
        "{'text':'a'}                   | {'text':'b'}                   | false",
        "{'text':'a'}                   | {'text':'a','isFree':true}     | true"
      })
  void comparesTheValuesThatTheSpecNames(String one, String other, boolean same) {
    Messages messages =
        new Messages(List.of(List.of("text"), List.of("media", "id"), List.of("previews")));

    boolean equal = messages.contentOf(message(one)).equals(messages.contentOf(message(other)));

    assertThat(equal).isEqualTo(same);
  }

  @Test
  void anObjectWithoutAnIdIsComparedAsItIs() {
    Messages wholeMedia = new Messages(List.of(List.of("media")));

    assertThat(wholeMedia.contentOf(message("{'media':[{'id':1,'type':'photo'}]}")))
        .isEqualTo(wholeMedia.contentOf(message("{'media':[{'id':1,'type':'video'}]}")));
    assertThat(wholeMedia.contentOf(message("{'media':[{'type':'photo'}]}")))
        .isNotEqualTo(wholeMedia.contentOf(message("{'media':[{'type':'video'}]}")));
  }

  @Test
  void aCursorIsANumberOrAText() {
    assertThat(ListEndpoint.startBehind(7L)).isEqualTo(PageStart.behind("7"));
    assertThat(ListEndpoint.startBehind("next")).isEqualTo(PageStart.behind("next"));
    assertThat(ListEndpoint.startBehind((Long) null)).isNull();
    assertThat(ListEndpoint.startBehind((String) null)).isNull();
  }

  private static MassMessage message(String json) {
    return MassMessage.fromJson(json.replace('\'', '"'));
  }

  private static final class Messages
      extends ListEndpoint<MassMessageListQuery, MassMessageListResponse, MassMessage> {
    Messages(List<List<String>> comparedBy) {
      super(
          "listMassMessages",
          MassMessageListResponse.class,
          MassMessage.class,
          List.of("id"),
          List.of("date"),
          comparedBy);
    }

    @Override
    public Call<MassMessageListResponse> request(
        GeneratedApis apis, String connectionId, MassMessageListQuery query, PageRequest position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable PageStart next(MassMessageListResponse page) {
      return null;
    }

    @Override
    public long key(MassMessage item) {
      return item.id();
    }

    @Override
    protected @Nullable Object version(MassMessage item) {
      return item.date();
    }

    @Override
    public ReorderDirection reorderDirection(MassMessageListQuery query) {
      return ReorderDirection.TO_HEAD;
    }
  }
}
