package com.ofauth.access.decoding;

import com.ofauth.access.MalformedResponseException;
import com.ofauth.access.Page;

/** What a response fails by that is JSON, but not as the API describes it. */
public enum ValidationMode {
  /**
   * The default. A value that does not come as described costs only itself, and is told: by {@code
   * deviations()} of the model, by {@link Page#deviations()}, by the listener and by the log. An
   * item fails only without its key, a page only without its list.
   */
  TOLERANT,

  /**
   * Any deviation fails its page with a {@link MalformedResponseException}, whose message names
   * path, rule and what came. Texts that tell times and amounts are checked too. For tests of
   * contracts, not for production: one odd value ends the walk.
   */
  STRICT
}
