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

/**
 * The code about the test provider in docs/testing.md: it runs here, and the page shows what runs.
 */
final class TestProviderPageTest {
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
  void isWhatThePageShows() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/com/ofauth/access/spec/TestProviderPageTest.java"));
    String page = Files.readString(Path.of("../docs/testing.md"));
    String section = page.substring(page.indexOf("\n## The test provider\n"));

    assertThat(CODE.matcher(section).results().map(MatchResult::group))
        .hasSize(2)
        .allSatisfy(block -> assertThat(bare(source)).contains(bare(block)));
  }

  /** Without fences and white space: the page breaks its lines elsewhere. */
  private static String bare(String code) {
    return code.replace("```java", "").replace("```", "").replaceAll("\\s", "");
  }
}
