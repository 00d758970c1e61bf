/** The SDK is all that this module requires. */
module outside {
  requires com.ofauth.access;
}
