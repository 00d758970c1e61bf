package com.ofauth.access.spec;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.testing.AnswerFault;
import com.ofauth.access.testing.OfAuthTestExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the project's own test provider. */
final class ProviderSpecSemanticsTest extends SpecSemantics {
  @RegisterExtension static final OfAuthTestExtension ofauth = OfAuthTestExtension.create();

  @Override
  OfAuthClient.Builder client() {
    return OfAuthClient.builder()
        .apiKey(ofauth.provider().apiKey())
        .connectionId(ofauth.provider().connectionId())
        .baseUrl(ofauth.provider().baseUrl().toString());
  }

  @Override
  void answerNextWith(int status, Tampering tampering) {
    ofauth.provider().faults().next(AnswerFault.error(status, "SOME_TYPE", "as was asked for"));
  }
}
