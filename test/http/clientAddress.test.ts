import type { Socket } from 'node:net';
import { clientAddress } from '../../src/http/clientAddress';

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress } as Socket,
});

describe('clientAddress', () => {
  it('believes nobody’s header where there is no proxy of ours', () => {
    expect(clientAddress(from('10.0.0.1', '6.6.6.6'), 0)).toBe('10.0.0.1');
  });

  it.each([
    [1, '6.6.6.6, 203.0.113.7', '203.0.113.7'],
    [2, '6.6.6.6, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    [2, '203.0.113.7', '10.0.0.1'],
    [1, ' , ', '10.0.0.1'],
    [1, '203.0.113.7:51234', '203.0.113.7'],
    [1, '[2001:db8:1:2::6]:443', '2001:db8:1:2'],
    [1, 'unknown', '10.0.0.1'],
    [1, "'; drop", '10.0.0.1'],
    [1, undefined, '10.0.0.1'],
  ])('takes with %i proxies of %j what these wrote', (hops, header, address) => {
    expect(clientAddress(from('10.0.0.1', header), hops)).toBe(address);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1:2:3:4', 'fe80:0:0:0'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('counts all of the network of %s as one', (address, network) => {
    expect(clientAddress(from(address), 0)).toBe(network);
  });
});
