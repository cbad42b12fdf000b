/** The network as a test writes it down: nothing else is reached, and every request that was promised is made. */
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

/** For the tests of a file, or of the block in which it is called; other files of the same worker have the network as it is. */
export const onlyWhatIsWritten = (): void => {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
  });
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([]);
    nock.cleanAll();
    nock.enableNetConnect();
  });
  afterAll(() => nock.restore());
};
