import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from '../shared/address.js';
import { messages } from '../shared/fr.js';
import { messages as english } from '../shared/en.js';
import { speak } from '../shared/text.js';
import { readSum, searchForSums, writtenSum } from './sums.js';

test('sums are read as people write them', () => {
  for (const [typed, fr, en] of [
    ['100M', 1e8, 1e8],
    ['1,5 Md', 1.5e9, 1.5e9],
    ['1.5bn', 1.5e9, 1.5e9],
    ['2 milliards d’euros', 2e9, 2e9],
    ['2 milliards', 2e9, 2e9],
    ['200 millions €', 2e8, 2e8],
    ['€20,000', 20000, 20000],
    ['20.000 €', 20000, 20000],
    ['20 000', 20000, 20000],
    ['1 234 567,5', 1234568, 1234568],
    ['500k', 5e5, 5e5],
    ['3 billion', null, 3e9],
    ['1,200M', 1.2e6, 1.2e9],
    ['1.200.000', 1.2e6, 1.2e6],
    ['1,234.5', 1235, 1235],
    ['beaucoup', null, null],
    ['', null, null],
    ['1,5,2', null, null],
  ]) {
    assert.deepEqual([readSum(typed, 'fr'), readSum(typed, 'en')], [fr, en], typed);
  }
});

test('a sum is written short into its field where that is the same sum', () => {
  for (const [language, words] of [['fr', messages], ['en', english]]) {
    speak(language, words);
    for (const value of ['100000000', '1500000000', '20000', '1234567', '']) {
      assert.equal(value === '' ? '' : String(readSum(writtenSum(value), language)), value);
    }
    assert.equal(writtenSum('100M'), '100M', 'as the address has it where it is no number');
  }
});

test('two bounds and a currency make a search, the lesser bound first', () => {
  speak('fr', messages);
  const search = readAddress('?q=drone&currency=USD&page=3');
  const read = searchForSums(search, { min: '1 Md', max: '100 M', currency: 'EUR' });
  assert.equal('search' in read && writeAddress(read.search), '?q=drone&currency=EUR&amount_min=100000000&amount_max=1000000000');
  const open = searchForSums(search, { min: '100M', max: '', currency: '' });
  assert.equal('search' in open && writeAddress(open.search), '?q=drone&amount_min=100000000');
  assert.deepEqual(searchForSums(search, { min: 'x', max: '1', currency: '' }), { wrong: ['min'] });
});
