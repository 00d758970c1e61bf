package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.Nodes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Where the API is served. The first server is the SDK's default. */
final class ServersDiff {
  private ServersDiff() {}

  static void compare(Node wasRoot, Node isRoot, Changes changes) {
    List<Node> was = Nodes.items(Nodes.get(wasRoot, "servers"));
    List<Node> is = Nodes.items(Nodes.get(isRoot, "servers"));
    Set<String> before = urls(was);
    Set<String> after = urls(is);
    for (Node server : was) {
      String url = url(server);
      if (!after.contains(url)) {
        changes.gone(Impact.BREAKING, server, url, "the server " + url + " is gone");
      }
    }
    for (Node server : is) {
      String url = url(server);
      if (!before.contains(url)) {
        changes.here(Impact.ADDITIVE, server, url, "the server " + url + " is new");
      }
      was.stream()
          .filter(old -> url(old).equals(url))
          .forEach(old -> Trees.rest(changes, "server " + url, old, server, Set.of("url")));
    }
    if (!was.isEmpty() && !is.isEmpty() && !url(was.get(0)).equals(url(is.get(0)))) {
      changes.here(
          Impact.BREAKING,
          is.get(0),
          url(is.get(0)),
          "calls go to " + url(is.get(0)) + " by default, instead of " + url(was.get(0)));
    }
  }

  private static Set<String> urls(List<Node> servers) {
    return Set.copyOf(servers.stream().flatMap(server -> Stream.of(url(server))).toList());
  }

  private static String url(Node server) {
    return String.valueOf(Nodes.text(server, "url"));
  }
}
