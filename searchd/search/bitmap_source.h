// A bitmap of docids as a Xapian posting source: confines Xapian's matcher to the articles that are
// worth its while, and ends it at the deadline.
//
// For one search in one thread; the bitmap must outlive it.
#pragma once

#include <xapian.h>

#include <chrono>
#include <roaring/roaring.hh>
#include <string>

namespace vigie {

class BitmapSource : public Xapian::PostingSource {
 public:
  BitmapSource(const Roaring& docids, std::chrono::steady_clock::time_point deadline)
      : docids_(docids), deadline_(deadline), at_(docids.begin()), end_(docids.end()) {}

  void init(const Xapian::Database& /*database*/) override {
    at_ = docids_.begin();
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(docids_.cardinality());
  }
  void next(double /*min_weight*/) override {
    if (started_) {
      ++at_;
    }
    started_ = true;
    end_past_deadline();
  }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override {
    started_ = true;
    at_.equalorlarger(docid);
    end_past_deadline();
  }
  bool at_end() const override { return at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }
  std::string get_description() const override { return "BitmapSource"; }

 private:
  /// Looking at the clock costs as much as a hundred steps: every thousandth will do.
  void end_past_deadline() {
    constexpr uint32_t kStepsBetweenLooks = 1024;
    if (++steps_ % kStepsBetweenLooks == 0 && std::chrono::steady_clock::now() > deadline_) {
      at_ = end_;
    }
  }

  const Roaring& docids_;
  const std::chrono::steady_clock::time_point deadline_;
  Roaring::const_iterator at_;
  const Roaring::const_iterator end_;
  bool started_ = false;
  uint32_t steps_ = 0;
};

}  // namespace vigie
