package com.ofauth.access.strength;

import java.util.List;

/** The faults that the tests have to see. Keep each: somebody has made it, or one like it. */
final class SdkMutants {
  private static final String PARAMETERS = "network.RequestParametersTest#";
  private static final String ERRORS = "internal.http.ErrorsTest#";
  private static final String RETRY = "internal.http.RetryTest#";
  private static final String LIMIT = "internal.limits.RateLimitTest#";
  private static final String PAGING = "lists.PagingTest#";
  private static final String FAULTS = "internal.paging.WalkFaultsTest#";
  private static final String PROPERTIES = "spec.DocumentedPropertiesTest#";

  static final List<SdkMutant> ALL =
      List.of(
          // What is asked for.
          new SdkMutant(
              "the search text is sent in lower case",
              "access/Chats.java",
              "query.query(),",
              "query.query() == null ? null : query.query().toLowerCase(java.util.Locale.ROOT),",
              PARAMETERS + "aSearchTextArrivesToTheLetter"),
          new SdkMutant(
              "the search text is sent without blanks at its ends",
              "access/Chats.java",
              "query.query(),",
              "query.query() == null ? null : query.query().strip(),",
              PARAMETERS + "aSearchTextArrivesToTheLetter"),
          new SdkMutant(
              "the search text is cut",
              "access/Chats.java",
              "query.query(),",
              "query.query() == null || query.query().length() < 50 ? query.query()"
                  + " : query.query().substring(0, 50),",
              PARAMETERS + "aSearchTextArrivesInFullLength"),
          new SdkMutant(
              "the search text counts as encoded",
              "wire/ChatsApi.java",
              "@Query(\"query\")",
              "@Query(value = \"query\", encoded = true)",
              PARAMETERS + "aSearchTextArrivesToTheLetter"),
          new SdkMutant(
              "the search text is encoded twice",
              "access/Chats.java",
              "query.query(),",
              "query.query() == null ? null : java.net.URLEncoder.encode(query.query(),"
                  + " java.nio.charset.StandardCharsets.UTF_8),",
              PARAMETERS + "aSearchTextArrivesToTheLetter"),
          new SdkMutant(
              "the search text is not sent",
              "access/Chats.java",
              "query.query(),",
              "null,",
              PARAMETERS + "aSearchTextArrivesToTheLetter"),
          new SdkMutant(
              "the user list is cut to 32 bits",
              "access/Chats.java",
              "query.userListId().isPresent() ? query.userListId().getAsLong() : null,",
              "query.userListId().isPresent() ? (long) (int) query.userListId().getAsLong() : null,",
              PARAMETERS + "aUserListArrivesAsItIs"),
          new SdkMutant(
              "the offset is cut to 32 bits",
              "access/Chats.java",
              "position.offset(),",
              "(long) (int) position.offset(),",
              PARAMETERS + "aStartArrivesAsItIs"),
          new SdkMutant(
              "the page size is not sent",
              "access/MassMessages.java",
              "position.limit(),",
              "null,",
              PARAMETERS + "aPageSizeArrives"),
          new SdkMutant(
              "additional parameters of chats are not sent",
              "access/Chats.java",
              "query.additionalQueryParams()",
              "java.util.Map.of()",
              PARAMETERS + "eachAdditionalParameterArrivesToTheLetter"),
          new SdkMutant(
              "additional parameters of mass messages are not sent",
              "access/MassMessages.java",
              "query.additionalQueryParams()",
              "java.util.Map.of()",
              PARAMETERS + "eachAdditionalParameterArrivesToTheLetter"),
          new SdkMutant(
              "additional parameters count as encoded",
              "wire/ChatsApi.java",
              "@QueryMap",
              "@QueryMap(encoded = true)",
              PARAMETERS + "eachAdditionalParameterArrivesToTheLetter"),
          new SdkMutant(
              "the order is not sent",
              "access/Chats.java",
              "query.order() == null ? null : query.order().value(),",
              "null,",
              PARAMETERS + "anOrderArrivesAsItsWord"),
          new SdkMutant(
              "the order is turned round",
              "access/ChatOrder.java",
              "OLD(\"old\")",
              "OLD(\"recent\")",
              PARAMETERS + "anOrderArrivesAsItsWord"),
          new SdkMutant(
              "the filter is not sent",
              "access/Chats.java",
              "query.filter() == null ? null : query.filter().value(),",
              "null,",
              PARAMETERS + "aFilterArrivesAsItsWord"),
          new SdkMutant(
              "a filter is misspelt",
              "access/ChatFilter.java",
              "\"who_tipped\"",
              "\"whoTipped\"",
              PARAMETERS + "aFilterArrivesAsItsWord"),
          new SdkMutant(
              "the status is not sent",
              "access/MassMessages.java",
              "query.status() == null ? null : query.status().value(),",
              "null,",
              PARAMETERS + "aStatusArrivesAsItsWord"),
          new SdkMutant(
              "the status goes by another name",
              "wire/MassMessagesApi.java",
              "@Query(\"type\")",
              "@Query(\"status\")",
              PARAMETERS + "aStatusArrivesAsItsWord"),
          new SdkMutant(
              "key and connection change places",
              "access/Chats.java",
              "apis.apiKey(), connectionId,",
              "connectionId, apis.apiKey(),",
              PAGING + "givesTheFirstPageWithOneRequest"),
          // What is read.
          new SdkMutant(
              "the next offset of chats is ignored",
              "access/Chats.java",
              "return ListEndpoint.startAt(page.nextOffset());",
              "return null;",
              "network.NextOffsetTest#isFollowed"),
          new SdkMutant(
              "an optional property of a chat is misspelt",
              "model/ChatJsonAdapter.java",
              "optional(\"hasPurchasedFeed\"",
              "optional(\"hasPurchasedFeeds\"",
              PROPERTIES + "noneIsUnknownToItsModel"),
          new SdkMutant(
              "an optional property of a mass message is misspelt",
              "model/MassMessageJsonAdapter.java",
              "optional(\"releaseForms\"",
              "optional(\"releaseForm\"",
              PROPERTIES + "noneIsUnknownToItsModel"),
          new SdkMutant(
              "two properties of a chat change places",
              "model/ChatJsonAdapter.java",
              "ObjectNames.optional(\"canSendMessage\", \"a boolean\"),"
                  + " ObjectNames.optional(\"canGoToProfile\", \"a boolean\"),",
              "ObjectNames.optional(\"canGoToProfile\", \"a boolean\"),"
                  + " ObjectNames.optional(\"canSendMessage\", \"a boolean\"),",
              PROPERTIES + "eachIsReturnedByTheMethodOfItsName"),
          new SdkMutant(
              "a value of a chat is read and not kept",
              "model/ChatJsonAdapter.java",
              "(has & 1L << 9) == 0 ? null : hasPurchasedFeedValue,",
              "null,",
              PROPERTIES + "eachIsReturnedByTheMethodOfItsName"),
          // Errors.
          new SdkMutant(
              "the code of the older dialect outweighs the type",
              "api/ErrorBody.java",
              "return type != null ? type : code;",
              "return code != null ? code : type;",
              ERRORS + "theTypeOfTheCurrentDialectOutweighsTheCodeOfTheOlder"),
          new SdkMutant(
              "the code of the older dialect is not read",
              "api/ErrorBody.java",
              "return type != null ? type : code;",
              "return type;",
              ERRORS + "tellsErrorsApartByMeaningInEveryDialect"),
          new SdkMutant(
              "an expired key gets the advice for a wrong one",
              "http/ErrorClassifier.java",
              "case \"AUTH_KEY_EXPIRED\" ->",
              "case \"AUTH_KEY_IS_EXPIRED\" ->",
              ERRORS + "eachRefusalBeginsWithItsOwnAdvice"),
          new SdkMutant(
              "an expired session counts as a wrong key",
              "http/ErrorClassifier.java",
              "case \"SESSION_EXPIRED\" ->",
              "case \"SESSION_IS_EXPIRED\" ->",
              ERRORS + "saysWhatToDoAboutAnExpiredSession"),
          new SdkMutant(
              "an unknown connection counts as a wrong key",
              "http/ErrorClassifier.java",
              "case \"SESSION_NOT_PROVIDED\" ->",
              "case \"SESSION_IS_NOT_PROVIDED\" ->",
              ERRORS + "eachRefusalBeginsWithItsOwnAdvice"),
          new SdkMutant(
              "the request id of the body is lost",
              "api/ErrorBody.java",
              "case \"requestId\" -> requestId = clean.apply(value);",
              "case \"requestId\" -> {}",
              "network.TextsTest#aSuccessWithAnErrorInItIsThatError"),
          new SdkMutant(
              "the required action is lost",
              "api/ErrorBody.java",
              "case \"actionRequired\" -> actionRequired = clean.apply(value);",
              "case \"actionRequired\" -> {}",
              ERRORS + "saysWhatToDoAboutAnExpiredSession"),
          new SdkMutant(
              "an error that a gateway wrapped is not read",
              "api/ErrorBody.java",
              "readObject(reader, false);",
              "reader.skipValue();",
              ERRORS + "readsAnErrorThatAGatewayHasWrapped"),
          new SdkMutant(
              "an error in a success counts as an empty page",
              "api/ErrorBody.java",
              "return !hasList && hasError && (text != null || type() != null);",
              "return false;",
              "network.TextsTest#aSuccessWithAnErrorInItIsThatError"),
          // Limits and retries.
          new SdkMutant(
              "limit and remaining change places",
              "api/RateLimitHeaders.java",
              "number(headers.get(\"X-RateLimit-Limit\")),"
                  + " number(headers.get(\"X-RateLimit-Remaining\")),",
              "number(headers.get(\"X-RateLimit-Remaining\")),"
                  + " number(headers.get(\"X-RateLimit-Limit\")),",
              LIMIT + "tellsWithAPageWhatRemains"),
          new SdkMutant(
              "a reset in milliseconds is read as seconds",
              "api/RateLimitHeaders.java",
              "reset < MIN_EPOCH_MILLI ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);",
              "Instant.ofEpochSecond(reset);",
              "internal.api.RateLimitHeadersTest"),
          new SdkMutant(
              "seconds until the reset are read as an epoch",
              "api/RateLimitHeaders.java",
              "if (reset < MIN_EPOCH_SECOND) {",
              "if (reset < 0) {",
              "internal.api.RateLimitHeadersTest"),
          new SdkMutant(
              "the bucket does not learn what remains",
              "limits/ConnectionLimiter.java",
              "if (excess > 0) {",
              "if (excess > 1_000_000) {",
              LIMIT + "takesOverABucketThatAnotherProcessHasEmptied"),
          new SdkMutant(
              "the bucket is not drained by a 429",
              "limits/ConnectionLimiter.java",
              "bucket.tryConsumeAsMuchAsPossible();",
              "",
              LIMIT + "a429DrainsTheBucketForAllCallers"),
          new SdkMutant(
              "Retry-After is not obeyed",
              "http/RetryLayer.java",
              "return asked == null ? wait : Math.max(wait, backoff.retryAfterNanos(asked, random));",
              "return wait;",
              RETRY + "waitsAsLongAsAServiceThatFailsAsks"),
          new SdkMutant(
              "Retry-After of zero overrides the backoff",
              "http/RetryLayer.java",
              "return asked == null ? wait : Math.max(wait, backoff.retryAfterNanos(asked, random));",
              "return asked == null ? wait : backoff.retryAfterNanos(asked, random);",
              RETRY + "waitsNoLessThanTheBackoffWhereTheServiceAsksForNothing"),
          new SdkMutant(
              "a date in Retry-After is read by our clock",
              "limits/RetryAfter.java",
              "Instant from = serverTime == null ? now : serverTime.toInstant();",
              "Instant from = now;",
              RETRY + "readsADateByTheClockOfTheServer"),
          new SdkMutant(
              "the backoff does not grow",
              "http/Backoff.java",
              "long factor = 1L << Math.min(retry - 1, 30);",
              "long factor = 1L;",
              RETRY + "waitsNoLessThanTheBackoffWhereTheServiceAsksForNothing"),
          new SdkMutant(
              "a retry takes no token",
              "http/RetryLayer.java",
              "limits.take(request.tokenRequest());",
              "",
              RETRY + "takesATokenForEveryAttempt"),
          new SdkMutant(
              "retries have no budget",
              "http/RetryBudget.java",
              "return before >= COST_OF_RETRY;",
              "return true;",
              RETRY + "doesNotMultiplyAnOutage"),
          new SdkMutant(
              "a wait may be longer than the timeout",
              "http/RetryLayer.java",
              "if (!request.requireDeadline().hasRoomFor(wait)) {",
              "if (wait < 0) {",
              RETRY + "doesNotBeginAWaitThatDoesNotFitIntoTheTimeout"),
          new SdkMutant(
              "what changes something is repeated",
              "api/FailureDetails.java",
              "this.retry = retry == Retry.IF_IDEMPOTENT && !isIdempotent ? Retry.NEVER : retry;",
              "this.retry = retry;",
              RETRY + "repeatsARequestThatChangesSomethingOnlyIfTheServiceHasRefusedIt"),
          // Walks and checkpoints.
          new SdkMutant(
              "a missing hasMore is the end",
              "paging/PageDecoder.java",
              "hasMore == null ? slots > 0 : hasMore,",
              "hasMore != null && hasMore,",
              "network.NextOffsetTest#aPageThatDoesNotSayWhetherThereIsMoreIsNotTheEnd"),
          new SdkMutant(
              "what was fetched ahead is not cut to maxItems",
              "paging/PlainWalk.java",
              "if (left == 0) {",
              "if (left == Long.MIN_VALUE) {",
              FAULTS + "givesNoMoreThanWasAskedForOfAPageThatWasFetchedAhead"),
          new SdkMutant(
              "a checkpoint of another query is taken",
              "paging/CheckpointScope.java",
              "if (content.queryMark() != queryMark) {",
              "if (false) {",
              "internal.paging.CheckpointTest#isRefusedByAnotherQuery"),
          new SdkMutant(
              "a checkpoint of another connection is taken",
              "paging/CheckpointScope.java",
              "if (content.connectionMark() != connectionMark) {",
              "if (false) {",
              "internal.paging.CheckpointTest#isRefusedByAnotherConnection"),
          new SdkMutant(
              "an item that can't be decoded is left out in silence",
              "paging/PageDecoder.java",
              "broken.add(new UndecodableItem(slot, reason, ModelView.json(item)));",
              "",
              "lists.UndecodableItemsTest#givesAllOthersAndThrowsAtTheEnd"));

  private SdkMutants() {}
}
