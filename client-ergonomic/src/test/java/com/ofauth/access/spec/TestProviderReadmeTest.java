package com.ofauth.access.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.testing.OfAuthTestExtension;
import com.ofauth.access.testing.OfAuthTestProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code in the test provider's README: it runs here, and the README shows what runs. */
final class TestProviderReadmeTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  @Test
  void worksInThreeLines() {
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(provider.apiKey())
                .baseUrl(provider.baseUrl().toString())
                .build()) {
      assertThat(client.connection(provider.connectionId()).chats().list()).hasSize(50);
    }
  }

  @Test
  void worksWithTheExtension() {
    assertThat(ofauth.provider().requests()).isEmpty();
  }

  @Test
  void isWhatTheReadmeShows() throws IOException {
    String source =
        Files.readString(
            Path.of("src/test/java/com/ofauth/access/spec/TestProviderReadmeTest.java"));
    String readme = Files.readString(Path.of("../client-testing/README.md"));

    assertThat(CODE.matcher(readme).results().map(MatchResult::group))
        .hasSize(2)
        .allSatisfy(block -> assertThat(bare(source)).contains(bare(block)));
  }

  /** Without fences and white space: the README breaks its lines elsewhere. */
  private static String bare(String code) {
    return code.replace("```java", "").replace("```", "").replaceAll("\\s", "");
  }
}
