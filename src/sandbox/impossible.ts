/** A person tried what cannot be done here: the element is gone, the channel is not theirs. The sentence says what. */
export class Impossible extends Error {}
