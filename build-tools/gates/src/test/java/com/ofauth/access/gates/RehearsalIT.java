package com.ofauth.access.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.build.release.SetVersion;
import com.ofauth.access.build.report.PublishedModule;
import com.ofauth.access.gates.Checkout.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.jar.JarFile;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.Test;

/**
 * What a maintainer goes through when the API changes: each rehearsal edits a copy of the
 * repository, runs the one command, does what it says, and runs it again until it has nothing more
 * to say.
 */
class RehearsalIT {
  private static final String SPEC = "openapi/ofauth-access.yaml";
  private static final String SEEDS = "openapi/src/test/resources/seeds/";
  private static final String SPEC_TEST =
      "openapi/src/test/java/com/ofauth/access/openapi/OfAuthSpecTest.java";
  private static final String SDK = "client-ergonomic/src/main/java/com/ofauth/access/";
  private static final String SDK_TESTS = "client-ergonomic/src/test/java/com/ofauth/access/";
  private static final String CONTRACTS =
      "contract-tests/src/test/java/com/ofauth/access/contract/";

  /** What PactFilesTest says to add, once the difference has been read. */
  private static final String ACCEPT_PACTS = "-Dpacts.accept";

  private static final String UNRELEASED = "## Unreleased\n";
  private static final String DONE = "What to do next: nothing";

  @Test
  void aFieldOfChatsAndAValueOfAFilterAreNew() throws IOException, MavenInvocationException {
    Checkout checkout = Checkout.of("new-field-and-value");
    checkout.replace(
        SPEC,
        "enum: [priority, who_tipped, unread]",
        "enum: [priority, who_tipped, unread, archived]");
    checkout.insert(
        SPEC,
        "          example: unread\n        - name: query",
        "            archived: Chats that the account has archived.\n");
    checkout.insert(
        SPEC,
        "        canGoToProfile:\n          type: boolean",
        "        isArchived:\n          type: boolean\n          description: Whether the account has archived the chat.\n");

    Result first = checkout.apiChange();

    assertThat(first.success()).as(first.output()).isFalse();
    assertThat(first.output())
        .contains(
            "ADDITIVE Chat.isArchived() is new (GET /v2/access/chats)",
            "ADDITIVE GET /v2/access/chats: the parameter \"filter\": the value archived is new",
            "ADDITIVE Chat: isArchived(): Boolean? is new",
            "no entry mentions isArchived",
            "chats.list.isArchived",
            "no entry mentions archived")
        .containsPattern("CHANGELOG\\.md:\\d+: ");

    checkout.replace(
        "CHANGELOG.md",
        UNRELEASED,
        UNRELEASED
            + "\n### Changed\n- Chats tell whether they are archived (`isArchived`); `ChatFilter.ARCHIVED` (`archived`).\n");
    checkout.insert(
        SPEC,
        "            canGoToProfile: true\n            unreadMessagesCount: 3",
        "            isArchived: false\n");
    checkout.insert(
        CONTRACTS + "ChatsContract.java",
        "    cases.add(filtered(\"unread chats\"",
        "    cases.add(filtered(\"archived chats\", \"filter\", \"archived\", q -> q.filter(ChatFilter.ARCHIVED)));\n");
    checkout.insert(
        SEEDS + "chats.json", "      \"canGoToProfile\": true,", "      \"isArchived\": false,\n");
    Result second = checkout.apiChange(ACCEPT_PACTS);

    assertThat(second.output()).contains(DONE);
    assertThat(second.success()).as(second.output()).isTrue();
    System.out.println(
        "New field and value: " + checkout.writtenLines() + " lines written by hand");
  }

  @Test
  void aRequiredFieldOfAResponseIsGone() throws IOException, MavenInvocationException {
    Checkout checkout = Checkout.of("field-gone");
    // As after a release, so that the version matters.
    SetVersion.set(checkout.root(), "0.1.0-SNAPSHOT", LocalDate.of(2026, 12, 1));
    Files.writeString(checkout.root().resolve("openapi/baseline/version"), "0.1.0\n");
    checkout.replace(SPEC, "required: [id, type, convertedToVideo, ", "required: [id, type, ");
    checkout.replace(
        SPEC,
        "        convertedToVideo:\n          type: boolean\n          description: Whether the medium was made into a video from another type.\n",
        "");

    Result first = checkout.apiChange();

    assertThat(first.success()).isFalse();
    assertThat(first.output())
        .contains(
            "breaking: Media.convertedToVideo() is gone: convertedToVideo is no longer received (GET /v2/access/chats, GET /v2/access/mass-messages)")
        .containsPattern("OpenEnumTest\\.java:\\[\\d+,\\d+]")
        // What does not compile does not keep the report back.
        .contains(
            "BREAKING Media.convertedToVideo() is gone",
            "Java: Media: convertedToVideo(): boolean -> none",
            "users: remove uses of Media.convertedToVideo",
            "Draft for CHANGELOG.md",
            "client-generated: its tests do not compile");

    String models = "client-generated/src/test/java/com/ofauth/access/model/";
    checkout.replace(models + "OpenEnumTest.java", "          .convertedToVideo(false)\n", "");
    checkout.replace(models + "ToStringTest.java", "            .convertedToVideo(false)\n", "");
    checkout.replace(models + "ToStringTest.java", ", convertedToVideo=false", "");
    Result second = checkout.apiChange();

    assertThat(second.success()).as(second.output()).isFalse();
    assertThat(second.output())
        .contains(
            "BREAKING Media.convertedToVideo() is gone",
            "BREAKING Media: convertedToVideo(): boolean is gone",
            "no entry under \"### Breaking\" mentions convertedToVideo")
        .containsPattern(
            "pom\\.xml:\\d+: version 0\\.1\\.0 follows 0\\.1\\.0 .* has to be 0\\.2\\.0 or higher");

    SetVersion.set(checkout.root(), "0.2.0-SNAPSHOT", LocalDate.of(2026, 12, 1));
    checkout.replace(
        "CHANGELOG.md",
        UNRELEASED,
        UNRELEASED
            + "\n### Breaking\n- The service no longer sends `convertedToVideo`: `Media.convertedToVideo()` is gone.\n");
    checkout.replace(SPEC_TEST, "\"convertedToVideo\", ", "");
    // The examples of the spec, which the pacts are made of.
    checkout.remove(SPEC, "convertedToVideo");
    checkout.remove(SEEDS + "chats.json", "\"convertedToVideo\"");
    checkout.remove(SEEDS + "mass-messages.json", "\"convertedToVideo\"");
    Result third = checkout.apiChange(ACCEPT_PACTS);

    assertThat(third.output()).contains(DONE);
    assertThat(third.success()).as(third.output()).isTrue();
  }

  @Test
  void aThirdEndpointIsPagedByCursor() throws IOException, MavenInvocationException {
    Path written = Path.of("src/test/rehearsals/messages");
    Checkout checkout = Checkout.of("third-endpoint");

    // Step 1 of CONTRIBUTING.md: describe it.
    tag(checkout, "ChatMessages", "The messages of the chats of a connected creator account.");
    checkout.insert(
        SPEC, "components:\n  securitySchemes:", Files.readString(written.resolve("path.yaml")));
    checkout.insert(
        SPEC,
        "    MassMessageListResponse:\n      type: object",
        Files.readString(written.resolve("schema.yaml")));
    checkout.insert(
        SPEC, "    MassMessagesFull:\n", Files.readString(written.resolve("examples.yaml")));
    int spec = checkout.writtenLines();
    Result first = checkout.apiChange();

    assertThat(first.success()).as(first.output()).isFalse();
    assertThat(first.output())
        .contains(
            "ADDITIVE GET /v2/access/chats/{userId}/messages is new: listChatMessages",
            "add a method that returns ChatMessages, the entry of the tag ChatMessages",
            "add a row for `GET /v2/access/chats/{userId}/messages`",
            "no entry mentions /v2/access/chats/{userId}/messages",
            "listChatMessages is not served: teach client-testing its route, or put it on the list of NotServed")
        .containsPattern("README\\.md:\\d+: ");

    // Step 2: the method that gives its entry. All else of the SDK is generated.
    entryMethod(checkout, "chatMessages", "ChatMessages", "the messages of this account's chats");
    int sdk = checkout.writtenLines() - spec;
    assertThat(sdk).isLessThanOrEqualTo(5);

    // Step 3: its pacts. The test provider does not serve it.
    checkout.add(
        CONTRACTS + "ChatMessagesContract.java", written.resolve("ChatMessagesContract.java"));
    checkout.replace(
        CONTRACTS + "Contracts.java",
        "new MassMessagesContract());",
        "new MassMessagesContract(), new ChatMessagesContract());");
    checkout.insert(
        CONTRACTS + "ProviderState.java",
        "  CONNECTED(",
        Files.readString(written.resolve("states.txt")));
    checkout.replace(
        CONTRACTS + "NotServed.java",
        "OPERATIONS = Map.of();",
        "OPERATIONS =\n      Map.of(\"listChatMessages\", \"the test provider keeps no messages but the last of a chat\");");
    int pacts = checkout.writtenLines() - spec - sdk;
    int states = documentStates(checkout);

    // Step 4: the README and the changelog, and a test of its own.
    checkout.insert(
        SPEC_TEST,
        "            Map.entry(\"MassMessageListResponse\", List.of(\"list\", \"hasMore\")),",
        "            Map.entry(\"ChatMessageListResponse\", List.of(\"list\", \"hasMore\")),\n");
    checkout.insert(
        "README.md",
        "| `GET /v2/access/mass-messages` |",
        "| `GET /v2/access/chats/{userId}/messages` | `creator.chatMessages().list(ChatMessageListQuery)` |\n");
    checkout.replace(
        "CHANGELOG.md",
        UNRELEASED,
        UNRELEASED
            + "\n### Changed\n- Messages of a chat (`GET /v2/access/chats/{userId}/messages`): `OfAuthConnection.chatMessages()`, `ChatMessages`,\n  `ChatMessageListQuery`.\n");
    int rows = checkout.writtenLines() - spec - sdk - pacts - states;
    checkout.add(SDK_TESTS + "ChatMessagesTest.java", written.resolve("ChatMessagesTest.java"));
    Result second = checkout.apiChange(ACCEPT_PACTS);

    assertThat(second.output()).contains(DONE);
    assertThat(second.success()).as(second.output()).isTrue();
    // The walk over HTTP, which the second run executed: it lost nothing and ended.
    assertThat(
            checkout
                .root()
                .resolve(
                    "client-ergonomic/target/drift-reports/TEST-com.ofauth.access.ChatMessagesTest.xml"))
        .content()
        .contains("tests=\"4\"", "failures=\"0\"", "errors=\"0\"", "skipped=\"0\"");

    prove(checkout, "listChatMessages: a page of messages with every known field");
    System.out.printf(
        "Third endpoint: %d lines of spec, %d of SDK, %d of pacts, %d of rows and prose, %d of its own test written by hand; %d lines of the list of states%n",
        spec,
        sdk,
        pacts,
        rows,
        checkout.writtenLines() - spec - sdk - pacts - states - rows,
        states);
  }

  @Test
  void oneObjectAndOneObjectByItsId() throws IOException, MavenInvocationException {
    Path written = Path.of("src/test/rehearsals/objects");
    Checkout checkout = Checkout.of("objects");

    // One object, under a new tag.
    tag(checkout, "Account", "The connected creator account itself.");
    describe(checkout, written, "self");
    checkout.insert(
        SPEC,
        "    MassMessageListResponse:\n      type: object",
        Files.readString(written.resolve("self-schema.yaml")));
    int before = checkout.writtenLines();
    entryMethod(checkout, "account", "Account", "this account itself");
    int self = checkout.writtenLines() - before;
    assertThat(self).isLessThanOrEqualTo(5);

    // One object by a parameter of its path, in an entry that is there: no line of the SDK.
    describe(checkout, written, "message");

    Result first = checkout.apiChange();
    assertThat(first.success()).as(first.output()).isFalse();
    assertThat(first.output())
        .contains(
            "ADDITIVE GET /v2/access/self is new: getSelf",
            "ADDITIVE GET /v2/access/mass-messages/{massMessageId} is new: getMassMessage",
            "ADDITIVE MassMessages: get(massMessageId: long): com.ofauth.access.OfAuthResponse<com.ofauth.access.model.MassMessage> is new",
            "add a row for `GET /v2/access/self`",
            "getSelf is not served: teach client-testing its route, or put it on the list of NotServed",
            "getMassMessage is not served");

    before = checkout.writtenLines();
    checkout.add(CONTRACTS + "SelfContract.java", written.resolve("SelfContract.java"));
    int pactsOfSelf = checkout.writtenLines() - before;
    checkout.add(
        CONTRACTS + "MassMessageContract.java", written.resolve("MassMessageContract.java"));
    int pactsOfMessage = checkout.writtenLines() - before - pactsOfSelf;
    checkout.replace(
        CONTRACTS + "Contracts.java",
        "new MassMessagesContract());",
        "new MassMessagesContract(), new SelfContract(), new MassMessageContract());");
    for (String endpoint : List.of("self", "message")) {
      checkout.insert(
          CONTRACTS + "ProviderState.java",
          "  CONNECTED(",
          Files.readString(written.resolve(endpoint + "-states.txt")));
    }
    checkout.replace(
        CONTRACTS + "NotServed.java",
        "OPERATIONS = Map.of();",
        "OPERATIONS =\n      Map.of(\n          \"getSelf\", \"the test provider knows no profiles\",\n          \"getMassMessage\", \"the test provider has lists only\");");
    documentStatesOfObjects(checkout);
    checkout.insert(
        SPEC_TEST,
        "            Map.entry(\"MassMessageListResponse\", List.of(\"list\", \"hasMore\")),",
        "            Map.entry(\"Self\", List.of(\"id\")),\n");
    checkout.insert(
        "README.md",
        "| `GET /v2/access/mass-messages` |",
        "| `GET /v2/access/self` | `creator.account().self()` |\n| `GET /v2/access/mass-messages/{massMessageId}` | `creator.massMessages().get(id)` |\n");
    checkout.replace(
        "CHANGELOG.md",
        UNRELEASED,
        UNRELEASED
            + "\n### Changed\n- The account (`GET /v2/access/self`): `OfAuthConnection.account()`, `Account`, `Self`. One mass message\n  (`GET /v2/access/mass-messages/{massMessageId}`): `MassMessages.get`.\n");
    Result second = checkout.apiChange(ACCEPT_PACTS);

    assertThat(second.output()).contains(DONE);
    assertThat(second.success()).as(second.output()).isTrue();
    prove(checkout, "getSelf: an account with every", "getMassMessage: a mass message with every");
    System.out.printf(
        "One object: %d lines of SDK, %d of pacts; one by its id: 0 of SDK, %d of pacts written by hand%n",
        self, pactsOfSelf, pactsOfMessage);
  }

  private static void describe(Checkout checkout, Path written, String endpoint)
      throws IOException {
    checkout.insert(
        SPEC,
        "components:\n  securitySchemes:",
        Files.readString(written.resolve(endpoint + "-path.yaml")));
    checkout.insert(
        SPEC,
        "    MassMessagesFull:\n",
        Files.readString(written.resolve(endpoint + "-examples.yaml")));
  }

  /** A new tag, which is a new entry. */
  private static void tag(Checkout checkout, String name, String description) throws IOException {
    checkout.insert(
        SPEC, "\npaths:\n", "  - name: %s\n    description: %s\n".formatted(name, description));
  }

  /** The method of a connection that gives an entry. */
  private static void entryMethod(Checkout checkout, String method, String entry, String words)
      throws IOException {
    checkout.insert(
        SDK + "OfAuthConnection.java",
        "  /** {@return the mass messages of this account} */",
        """
          /** {@return %s} */
          public %s %s() {
            return new %s(scope);
          }

        """
            .formatted(words, entry, method, entry));
  }

  /** What the whole build does beyond the report: the pacts are run, verified and proven. */
  private static void prove(Checkout checkout, String... interactions)
      throws MavenInvocationException {
    Result proven =
        checkout.maven(
            "-pl",
            "contract-tests",
            "-am",
            "test",
            "-Dspotless.check.skip",
            "-Dtest=com.ofauth.access.contract.**.*Test,!PublishingTest",
            "-Dsurefire.failIfNoSpecifiedTests=false");
    assertThat(proven.success()).as(proven.output()).isTrue();
    assertThat(checkout.root().resolve("contract-tests/target/contract-strength.txt"))
        .content()
        .contains(interactions);
  }

  private static void documentStatesOfObjects(Checkout checkout) throws IOException {
    checkout.edit(
        "docs/contracts.md",
        "^(  - )(?=listChats (\\d+), listMassMessages)",
        "$1getMassMessage $2, getSelf $2, ");
    checkout.insert(
        "docs/contracts.md",
        "- more chats than fit in a page, each with every",
        """
        - mass message 6900123456789 has a null wherever one can be
          - getMassMessage 200
        - mass message 6900123456789 has a type of medium that is newer than the SDK
          - getMassMessage 200
        - mass message 6900123456789 has every known field
          - getMassMessage 200
        - mass message 6900123456789 has only the required fields
          - getMassMessage 200
        """);
    checkout.insert(
        "docs/contracts.md",
        "- the connection lacks messages:read\n",
        """
        - the account of the connection has every known field
          - getSelf 200
        - the account of the connection has only the required fields
          - getSelf 200
        """);
  }

  /** New rows in the table of states, and the operation's answers in the rows that all share. */
  private static int documentStates(Checkout checkout) throws IOException {
    int before = checkout.writtenLines();
    checkout.edit(
        "docs/contracts.md",
        "^(  - )(?=listChats (\\d+), listMassMessages)",
        "$1listChatMessages $2, ");
    checkout.insert(
        "docs/contracts.md",
        "- a sent mass message with a type",
        """
        - a message with user 7 with a type of medium that is newer than the SDK
          - listChatMessages 200
        """);
    checkout.insert(
        "docs/contracts.md",
        "- more scheduled mass messages than",
        """
        - more messages with user 7 than fit in a page, each with every known field
          - listChatMessages 200
        - more messages with user 7 than fit in a page, with only the required fields
          - listChatMessages 200
        """);
    checkout.insert(
        "docs/contracts.md",
        "<!-- /states -->",
        """
        - two messages with user 7, the first with all types of media and nulls
          - listChatMessages 200
        """);
    return checkout.writtenLines() - before;
  }

  @Test
  void aReleaseIsPublishedToALocalFolder() throws IOException, MavenInvocationException {
    Checkout checkout = Checkout.of("release");
    Path folder = checkout.root().resolve("target/publication");

    // Steps 1, 3 and 5 of docs/releasing.md; 2 is the build that runs anyway, 4 is Git's.
    SetVersion.set(checkout.root(), "0.1.0", LocalDate.of(2026, 12, 1));
    Result baseline = checkout.maven("-Pbaseline", "-Dmaven.test.skip", "verify");
    Result publication =
        checkout.maven(
            "-Prelease",
            "-Dgpg.skip",
            "-Dmaven.test.skip",
            "-pl",
            "bom,client-ergonomic,client-testing,contract-kit,jackson2,jackson3,micrometer,opentelemetry,spring-boot-starter",
            "-am",
            "deploy",
            "-DaltDeploymentRepository=local::file:" + folder);

    assertThat(baseline.success()).as(baseline.output()).isTrue();
    assertThat(publication.success()).as(publication.output()).isTrue();
    assertThat(checkout.root().resolve("openapi/baseline/version")).hasContent("0.1.0");
    for (PublishedModule module : PublishedModule.values()) {
      for (String file :
          List.of(".jar", "-sources.jar", "-javadoc.jar", ".pom", "-cyclonedx.json")) {
        assertThat(published(folder, module.artifact(), file)).exists();
      }
      for (String jar : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
        try (JarFile file = new JarFile(published(folder, module.artifact(), jar).toFile())) {
          assertThat(file.getEntry("META-INF/LICENSE"))
              .as("licence in %s", file.getName())
              .isNotNull();
        }
      }
    }
    assertThat(published(folder, "ofauth-access-parent", ".pom"))
        .content()
        .contains("<url>", "<scm ", "<developers>", "<licenses>");
    assertThat(published(folder, "ofauth-access-bom", ".pom"))
        .content()
        .doesNotContain("<parent>", "SNAPSHOT");
    // Nothing in the SBOM that another build of the same sources would write otherwise.
    assertThat(published(folder, "ofauth-access", "-cyclonedx.json"))
        .content()
        .contains("pkg:maven/com.squareup.retrofit2/retrofit@")
        .doesNotContain("serialNumber", "\"timestamp\"", "junit");

    outside(checkout, folder);
  }

  /** A project that knows nothing but the folder and the BOM gets the SDK from there. */
  private static void outside(Checkout checkout, Path folder)
      throws IOException, MavenInvocationException {
    Path project = Files.createDirectories(checkout.root().resolve("target/outside"));
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>outside</groupId>
          <artifactId>outside</artifactId>
          <version>1</version>
          <repositories>
            <repository><id>publication</id><url>%s</url></repository>
          </repositories>
          <dependencyManagement>
            <dependencies>
              <dependency>
                <groupId>com.ofauth</groupId>
                <artifactId>ofauth-access-bom</artifactId>
                <version>0.1.0</version>
                <type>pom</type>
                <scope>import</scope>
              </dependency>
            </dependencies>
          </dependencyManagement>
          <dependencies>
            <dependency><groupId>com.ofauth</groupId><artifactId>ofauth-access</artifactId></dependency>
          </dependencies>
        </project>
        """
            .formatted(folder.toUri()));
    Result resolved =
        checkout.maven(
            "-f",
            project.resolve("pom.xml").toString(),
            "-Dmaven.repo.local=" + checkout.root().resolve("target/empty-repository"),
            "-gs",
            checkout.root().resolve("examples/src/it/settings.xml").toString(),
            "-Doutside.cache=" + Checkout.localRepository().toUri(),
            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
            "-Dmdep.outputFile=" + project.resolve("classpath"));

    assertThat(resolved.success()).as(resolved.output()).isTrue();
    assertThat(project.resolve("classpath"))
        .content()
        .contains("ofauth-access-0.1.0.jar", "ofauth-access-generated-0.1.0.jar", "retrofit-");
  }

  private static Path published(Path folder, String artifact, String end) {
    return folder
        .resolve("com/ofauth")
        .resolve(artifact)
        .resolve("0.1.0")
        .resolve(artifact + "-0.1.0" + end);
  }
}
